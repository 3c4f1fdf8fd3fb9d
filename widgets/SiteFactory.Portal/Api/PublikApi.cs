using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Pages;

namespace SiteFactory.Portal.Api;

/// <summary>The routes of Publik that sites and programs use, in its shapes.</summary>
internal static class PublikApi
{
    private const int LargestBody = 256 * 1024;

    /// <summary>The catalogue: everybody may read it.</summary>
    public static async Task<IResult> CategoriesAsync(HttpContext context, PageScope scope)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var full = context.Request.Query["full"] == "on";
        var open = await OpenAsync(context, scope);
        return Results.Json(new { data = scope.Catalog.Categories.Select(c => (Category: c, Forms: open.Where(f => f.Category == c.Slug).ToList())).Where(c => c.Forms.Count > 0).Select(c => Category(c.Category, c.Forms, scope, full)) });
    }

    /// <summary>The same for programs that are known.</summary>
    public static async Task<IResult> FormDefsAsync(HttpContext context, PageScope scope, ApiGate gate)
    {
        if (await gate.WhoAsync(context, context.RequestAborted) is null)
            return Refused(context);
        var slugs = context.Request.Query["category_slugs"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var words = Content.Slugs.Slug.From(context.Request.Query["q"].ToString());
        var forms = (await OpenAsync(context, scope)).Where(f => slugs.Length == 0 || slugs.Contains(f.Category))
            .Where(f => words.Length == 0 || Content.Slugs.Slug.From($"{f.Title} {f.Summary} {string.Join(' ', f.Keywords)}").Contains(words, StringComparison.Ordinal));
        return Results.Json(new { err = 0, data = forms.Select(f => Form(f, scope)) });
    }

    public static IResult Schema(string slug, PageScope scope) => scope.Catalog.Find(slug) is { } form
        ? Results.Json(new
        {
            err = 0,
            name = form.Title,
            url_name = form.Slug,
            category = Title(form, scope),
            category_id = form.Category,
            keywords = string.Join(", ", form.Keywords),
            fields = form.Fields.Select(Field),
        })
        : NotFound();

    /// <summary>Takes a whole form at once.</summary>
    public static async Task<IResult> SubmitAsync(string slug, HttpContext context, PageScope scope, ApiGate gate)
    {
        if (await gate.WhoAsync(context, context.RequestAborted) is null)
            return Refused(context);
        var now = await scope.TerritoryAsync(context);
        if (scope.Catalog.Find(slug) is not { } form || !FormCatalog.IsOpen(form, scope.Today(now)))
            return NotFound();
        if (await DataAsync(context) is not { } data)
            return Problem("The body must be JSON: {\"data\": {…}}.", null);
        var answers = ApiAnswers.Read(form, data, now);
        var errors = scope.Validation(now).All(form, answers);
        if (!errors.IsEmpty)
            return Problem("Invalid data.", errors.ToDictionary(e => e.Field, e => e.Message, StringComparer.Ordinal));
        var sent = await scope.Submission.SendAsync(form, answers, "publik", context.RequestAborted);
        return Results.Json(new { err = 0, data = new { id = sent.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), url = Url(scope, "demande/" + sent.Code) }, tracking_code = sent.Code.ToString() });
    }

    /// <summary>Where a code leads.</summary>
    public static async Task<IResult> CodeAsync(string code, HttpContext context, PageScope scope)
    {
        if (scope.Code(context, code) is { } parsed && await KnownAsync(parsed, context, scope))
            return Results.Json(new { err = 0, url = Url(scope, "demande/" + parsed), load_url = Url(scope, "code/load?code=" + parsed) });
        return scope.Limiter.Allow(Counted.WrongCode, context.Connection.RemoteIpAddress) ? NotFound() : Results.Json(new { err = 1, err_desc = "Too many codes." }, statusCode: StatusCodes.Status429TooManyRequests);
    }

    private static async Task<bool> KnownAsync(TrackingCode code, HttpContext context, PageScope scope) =>
        await scope.FollowUp.FindAsync(code, context.RequestAborted) is not null || await scope.Drafts.FindAsync(code, context.RequestAborted) is not null;

    /// <summary>What takes requests today: a consultation that is over is no service.</summary>
    private static async Task<List<FormDefinition>> OpenAsync(HttpContext context, PageScope scope)
    {
        var today = scope.Today(await scope.TerritoryAsync(context));
        return [.. scope.Catalog.Forms.Where(f => FormCatalog.IsOpen(f, today))];
    }

    private static object Category(FormCategory category, List<FormDefinition> forms, PageScope scope, bool full)
    {
        var (title, slug, url, description) = (category.Title, category.Slug, Url(scope, category.Slug + "/"), category.Description);
        var keywords = forms.SelectMany(f => f.Keywords).Distinct(StringComparer.Ordinal);
        return full
            ? new { title, slug, url, description, keywords, forms = forms.Select(f => Form(f, scope)) }
            : new { title, slug, url, description, keywords };
    }

    private static object Form(FormDefinition form, PageScope scope) => new
    {
        title = form.Title,
        slug = form.Slug,
        url = Url(scope, $"{form.Category}/{form.Slug}/"),
        description = form.Summary,
        keywords = form.Keywords,
        authentication_required = false,
        always_advertise = true,
        redirection = false,
        category = Title(form, scope),
        category_slug = form.Category,
        functions = new { },
        count = 0,
    };

    private static object Field(FormField field) => new
    {
        id = field.Name,
        varname = field.Name,
        label = field.Label,
        type = Type(field.Type),
        required = field.Required,
        hint = field.Hint ?? "",
        items = field.Options.IsEmpty ? null : field.Options.Select(o => new { id = o.Value, text = o.Label }).ToArray(),
        prefill = field.Prefill ? new { type = "string", value = "{{ request.GET." + field.Name + " }}" } : null,
    };

    /// <summary>Publik's names of field types.</summary>
    private static string Type(FieldType type) => type switch
    {
        FieldType.LongText => "text",
        FieldType.Choice or FieldType.Commune => "item",
        FieldType.Multiple => "items",
        FieldType.Date => "date",
        FieldType.Email => "email",
        FieldType.Photo or FieldType.File => "file",
        FieldType.Place => "map",
        FieldType.Information => "comment",
        FieldType.Number => "numeric",
        _ => "string",
    };

    private static string Title(FormDefinition form, PageScope scope) => scope.Catalog.Categories.First(c => c.Slug == form.Category).Title;

    private static string Url(PageScope scope, string path) => new Uri(scope.Options.Root, path).ToString();

    private static async Task<JsonElement?> DataAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody)
            return null;
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, new() { MaxDepth = 8 }, context.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refused(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"api\"";
        return Results.Json(new { err = 1, err_desc = "Signature or API user needed.", err_class = "Access denied" }, statusCode: StatusCodes.Status403Forbidden);
    }

    private static IResult NotFound() => Results.Json(new { err = 1, err_desc = "Not found.", err_class = "Not found" }, statusCode: StatusCodes.Status404NotFound);

    private static IResult Problem(string text, object? errors) =>
        Results.Json(new { err = 1, err_desc = text, err_class = "Invalid request", errors }, statusCode: StatusCodes.Status400BadRequest);
}
