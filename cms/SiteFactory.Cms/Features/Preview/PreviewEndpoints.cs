using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Editing;
using SiteFactory.Generator.Release;

namespace SiteFactory.Cms.Features.Preview;

/// <summary>Previews: while somebody types, of the saved draft, and for people without account who hold a link.</summary>
public static class PreviewEndpoints
{
    /// <summary>What a previewed page may do: show itself. No script runs, no form is sent.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; " +
        "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    private static readonly string[] Fields = ["Title", "Summary", "Body", "Image", "ImageAlt"];

    /// <summary>Answers for them.</summary>
    public static void MapPreviews(this IEndpointRouteBuilder endpoints)
    {
        var see = new SiteAccessAttribute(SiteRight.See) { Post = SiteRight.See };
        endpoints.MapGet("/s/{site}/apercu/{kind}/{id:guid}", SavedAsync).WithMetadata(see);
        endpoints.MapPost("/s/{site}/apercu/{kind}/{id:guid}", TypedAsync).WithMetadata(see).WithToken().DisableAntiforgery();
        endpoints.MapGet("/s/{site}/apercu-fichiers/{**path}", OwnFileAsync).WithMetadata(see);
        endpoints.MapGet("/apercu/{token}", LinkAsync).WithMetadata(new OpenToAllAttribute());
        endpoints.MapGet("/apercu/{token}/fichiers/{**path}", LinkFileAsync).WithMetadata(new OpenToAllAttribute());
    }

    private static async Task<IResult> SavedAsync(string site, Guid id, ItemStore items, PreviewPages pages, TerritoryTime time, HttpContext context)
    {
        if (await items.FindAsync(id, context.RequestAborted) is not { } record)
            return TypedResults.NotFound();
        var item = ItemProjection.Current(record, await time.ZoneAsync(context.RequestAborted));
        return Answer(context, await pages.RenderAsync(item, record, FilesOf(site), context.RequestAborted));
    }

    private static async Task<IResult> TypedAsync(string site, string kind, Guid id, ItemStore items, PreviewPages pages, TerritoryTime time, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var record = await items.FindAsync(id, context.RequestAborted);
        var zone = await time.ZoneAsync(context.RequestAborted);
        var stored = record is null ? PreviewDrafts.New(site, kind, id, time.Now, zone) : ItemProjection.Current(record, zone);
        if (stored is null)
            return TypedResults.NotFound();
        var typed = Fields.Where(form.ContainsKey).ToDictionary(f => f, f => form[f].ToString().ReplaceLineEndings("\n"), StringComparer.Ordinal);
        return Answer(context, await pages.RenderAsync(PreviewDrafts.With(stored, typed), record, FilesOf(site), context.RequestAborted));
    }

    private static async Task<IResult> OwnFileAsync(string site, string path, PreviewPages pages, HttpContext context) =>
        await FileAsync(context, pages, site, path, FilesOf(site));

    private static async Task<IResult> LinkAsync(string token, PreviewLinks links, PreviewPages pages, TerritoryTime time, HttpContext context)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await links.FindAsync(token, context.RequestAborted) is not { } record)
            return Sorry(context, PreviewTexts.T["LinkGone"], [], StatusCodes.Status404NotFound);
        var item = ItemProjection.Current(record, await time.ZoneAsync(context.RequestAborted));
        return Answer(context, await pages.RenderAsync(item, record, $"/apercu/{token}/fichiers", context.RequestAborted));
    }

    private static async Task<IResult> LinkFileAsync(string token, string path, PreviewLinks links, PreviewPages pages, HttpContext context) =>
        await links.FindAsync(token, context.RequestAborted) is { } record
            ? await FileAsync(context, pages, record.SiteKey, path, $"/apercu/{token}/fichiers")
            : TypedResults.NotFound();

    private static async Task<IResult> FileAsync(HttpContext context, PreviewPages pages, string site, string path, string files)
    {
        var type = ContentTypes.Of("/" + path);
        context.Response.Headers.ContentSecurityPolicy = type == "image/svg+xml" ? ContentPolicy.Drawing : "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return await pages.FileAsync(site, path, context.RequestAborted) switch
        {
            { Bytes: { } bytes } when type.StartsWith("text/css", StringComparison.Ordinal) => TypedResults.Bytes(Encoding.UTF8.GetBytes(PreviewPages.Styles(Encoding.UTF8.GetString(bytes.Span), files)), type),
            { Bytes: { } bytes } => TypedResults.Bytes(bytes, type),
            { Media: { } media } => TypedResults.Stream(await pages.OpenAsync(media, context.RequestAborted), type),
            _ => TypedResults.NotFound(),
        };
    }

    private static string FilesOf(string site) => $"/s/{site}/apercu-fichiers";

    private static ContentHttpResult Answer(HttpContext context, PreviewPage page)
    {
        if (page.Html is null)
            return Sorry(context, PreviewTexts.T["Impossible"], page.Problems, StatusCodes.Status200OK);
        Headers(context);
        return TypedResults.Content(page.Html, "text/html; charset=utf-8");
    }

    private static ContentHttpResult Sorry(HttpContext context, string title, IReadOnlyList<string> problems, int status)
    {
        Headers(context);
        return TypedResults.Content(PreviewTexts.Sorry(title, problems), "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    private static void Headers(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XFrameOptions = "SAMEORIGIN";
        // Browsers refuse to show a page that asks for both a sandbox and a window group of its own.
        context.Response.Headers.Remove("Cross-Origin-Opener-Policy");
    }
}
