using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;
using SiteFactory.Theming.French;

namespace SiteFactory.Portal.Pages;

/// <summary>Home, groups, and the pages that the law asks for.</summary>
internal static class SitePages
{
    public static async Task<IResult> HomeAsync(HttpContext context, PageScope scope) =>
        await ListAsync(context, scope, null);

    /// <summary>A group, or a service whose address leaves its group out: sites that only know a service's key write it so.</summary>
    public static async Task<IResult> CategoryAsync(string category, HttpContext context, PageScope scope)
    {
        if (scope.Catalog.Categories.FirstOrDefault(c => c.Slug == category) is { } found)
            return await ListAsync(context, scope, found);
        return scope.Catalog.Find(category) is { } form
            ? Results.Redirect($"/{form.Category}/{form.Slug}/{context.Request.QueryString}")
            : await scope.NotFoundAsync(context);
    }

    public static async Task<IResult> FollowAsync(HttpContext context, PageScope scope) =>
        Render.Page<CodePage>(new { Shell = new ShellModel(await scope.TerritoryAsync(context), PagesTexts.FollowTitle, PagesTexts.FollowLead) });

    public static async Task<IResult> PrivacyAsync(HttpContext context, PageScope scope) =>
        Render.Page<PrivacyPage>(new { Shell = new ShellModel(await scope.TerritoryAsync(context), PagesTexts.Privacy, PagesTexts.PrivacyLead), Forms = scope.Catalog.Forms });

    public static async Task<IResult> AccessibilityAsync(HttpContext context, PageScope scope) =>
        Render.Page<AccessibilityPage>(new { Shell = new ShellModel(await scope.TerritoryAsync(context), PagesTexts.AccessibilityTitle, PagesTexts.AccessibilityState) });

    /// <summary>What a host shows in the place of an answer without words.</summary>
    public static async Task<IResult> ErrorAsync(int code, HttpContext context, PageScope scope) => code switch
    {
        StatusCodes.Status404NotFound => await scope.NotFoundAsync(context),
        StatusCodes.Status429TooManyRequests => await scope.TooManyAsync(context),
        _ => Render.Message(new(await scope.TerritoryAsync(context), PagesTexts.ErrorTitle), PagesTexts.ErrorText, code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound),
    };

    /// <summary>The manifest of the portal, or of one service that is installed by itself.</summary>
    public static async Task<IResult> ManifestAsync(string? category, string? slug, HttpContext context, PageScope scope)
    {
        var now = await scope.TerritoryAsync(context);
        var form = slug is null ? null : scope.Catalog.Find(slug);
        if (slug is not null && form?.Category != category)
            return Results.NotFound();
        var start = form is null ? "/" : $"/{form.Category}/{form.Slug}/";
        return Results.Json(
            new
            {
                id = start,
                name = form?.Title ?? Words.Fill(PagesTexts.ManifestName, now.Name),
                short_name = form is null ? PagesTexts.ManifestShort : form.Title,
                lang = "fr",
                start_url = start,
                scope = "/",
                display = "standalone",
                background_color = "#ffffff",
                theme_color = now.Brand.Primary.ToString(),
                icons = new[] { Icon(192), Icon(512) },
                shortcuts = form is null ? scope.Catalog.Forms.Take(4).Select(f => new { name = f.Title, url = $"/{f.Category}/{f.Slug}/" }).ToArray() : [],
            },
            contentType: "application/manifest+json");
    }

    private static object Icon(int size) =>
        new { src = PortalAssets.Url(string.Create(CultureInfo.InvariantCulture, $"icon-{size}.png")), sizes = string.Create(CultureInfo.InvariantCulture, $"{size}x{size}"), type = "image/png" };

    private static async Task<IResult> ListAsync(HttpContext context, PageScope scope, FormCategory? only)
    {
        var now = await scope.TerritoryAsync(context);
        var commune = now.ByInsee(context.Request.Query["commune"].ToString());
        var groups = scope.Catalog.Categories.Where(c => only is null || c == only)
            .Select(c => new HomePage.Group(c, [.. scope.Catalog.In(c.Slug).Select(f => Card(f, now, commune, scope.Today(now)))]))
            .Where(g => !g.Cards.IsEmpty).ToImmutableArray();
        var shell = new ShellModel(now, only?.Title ?? PagesTexts.PortalTitle, only?.Description ?? PagesTexts.HomeLead, commune);
        return Render.Page<HomePage>(new { Shell = shell, Only = only, Groups = groups });
    }

    private static HomePage.Card Card(FormDefinition form, PortalTerritory now, PortalBody? commune, LocalDate today)
    {
        var note = form.Consultation is not { } dates ? WhoWords.Before(form, now)
            : string.Format(
                CultureInfo.InvariantCulture, today < dates.Opens ? PagesTexts.OpensOn : today > dates.Closes ? PagesTexts.ClosedOn : PagesTexts.OpenUntil,
                FrenchDates.Long(today < dates.Opens ? dates.Opens : dates.Closes));
        return new(form, $"/{form.Category}/{form.Slug}/" + (commune?.Insee is { } insee ? "?commune=" + insee : ""), note);
    }
}
