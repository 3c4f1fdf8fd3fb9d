using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Pages;

/// <summary>What the handlers of pages work with.</summary>
internal sealed class PageScope(
    IPortalTerritory territory, FormCatalog catalog, PortalOptions options, IClock clock, DraftStore drafts, FollowUp followUp, Submission submission,
    UploadStore uploads, PageToken tokens, AddressLimiter limiter)
{
    public FormCatalog Catalog => catalog;

    public PortalOptions Options => options;

    public DraftStore Drafts => drafts;

    public FollowUp FollowUp => followUp;

    public Submission Submission => submission;

    public UploadStore Uploads => uploads;

    public PageToken Tokens => tokens;

    public AddressLimiter Limiter => limiter;

    public ValueTask<PortalTerritory> TerritoryAsync(HttpContext context) => territory.CurrentAsync(context.RequestAborted);

    public LocalDate Today(PortalTerritory now) => clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[now.TimeZone]).Date;

    public Validation Validation(PortalTerritory now) => new(Today(now), now.Communes.Select(c => c.Key).ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>Where maps come from; null when there are none.</summary>
    public MapSource? Map(PortalTerritory now)
    {
        var known = now.Places.Where(p => p.Latitude is not null && p.Longitude is not null).ToList();
        return options.TileUrl.Length == 0 ? null
            : known.Count == 0 ? new(options.TileUrl, options.TileSource, 46.6, 2.4)
            : new(options.TileUrl, options.TileSource, known.Average(p => p.Latitude!.Value), known.Average(p => p.Longitude!.Value));
    }

    /// <summary>The page for too many of something.</summary>
    public async Task<IResult> TooManyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "600";
        return Render.Message(new(await TerritoryAsync(context), PagesTexts.TooManyTitle), PagesTexts.TooManyText, StatusCodes.Status429TooManyRequests);
    }

    public async Task<IResult> NotFoundAsync(HttpContext context) =>
        Render.Message(new(await TerritoryAsync(context), PagesTexts.NotFoundTitle), PagesTexts.NotFoundText, StatusCodes.Status404NotFound);

    /// <summary>The page that asks for a code again, counting the failure.</summary>
    public async Task<IResult> WrongCodeAsync(HttpContext context)
    {
        var allowed = limiter.Allow(Counted.WrongCode, context.Connection.RemoteIpAddress);
        var shell = new ShellModel(await TerritoryAsync(context), PagesTexts.FollowTitle, HasErrors: true);
        return Render.Page<CodePage>(
            new { Shell = shell, Problem = allowed ? PagesTexts.CodeUnknown : PagesTexts.CodeTooMany },
            allowed ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The code of the address, unless it cannot be one or its sender guesses too much.</summary>
    public TrackingCode? Code(HttpContext context, string text) =>
        limiter.IsUnder(Counted.WrongCode, context.Connection.RemoteIpAddress) ? TrackingCode.Parse(text) : null;

    /// <summary>Reads a sent form under the limits of uploads.</summary>
    public static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return null;
        const long most = (UploadGate.MostBytes * 4L) + (1024 * 1024);
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        var limits = new Microsoft.AspNetCore.Http.Features.FormOptions { MultipartBodyLengthLimit = most, ValueCountLimit = 200, ValueLengthLimit = 64 * 1024, KeyLengthLimit = 200 };
        context.Features.Set<Microsoft.AspNetCore.Http.Features.IFormFeature>(new Microsoft.AspNetCore.Http.Features.FormFeature(context.Request, limits));
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
