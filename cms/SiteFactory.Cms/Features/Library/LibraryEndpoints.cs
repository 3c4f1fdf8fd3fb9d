using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Features.Editor;
using SiteFactory.Cms.Media;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Library;

/// <summary>A file of the library, as scripts choose it.</summary>
/// <param name="Path">As texts name it: <c>media/x.jpg</c>, <c>metropole/media/x.jpg</c>.</param>
/// <param name="LibraryAlt">What the library says of the picture.</param>
/// <param name="Edit">Where it is described.</param>
public sealed record LibraryFile(string Path, string Label, string Note, string Thumb, string? Alt, string? LibraryAlt, string? Edit);

/// <summary>Pictures and files for scripts: chosen, sent, shown small.</summary>
public static class LibraryEndpoints
{
    private const int Most = 60;
    private const int SmallWidth = 480;

    // A file as its own page: it shows itself, and nothing in it runs.
    private const string FilePolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Answers for them.</summary>
    public static void MapLibrary(this IEndpointRouteBuilder endpoints)
    {
        var see = new SiteAccessAttribute(SiteRight.See);
        endpoints.MapGet("/s/{site}/phototheque/fichiers", ListAsync).WithMetadata(see);
        endpoints.MapPost("/s/{site}/phototheque/fichiers", SendAsync).WithMetadata(new SiteAccessAttribute(SiteRight.Write), new RequestSizeLimitAttribute(UploadCheck.LargestDocument + (1 << 20))).WithToken().DisableAntiforgery();
        endpoints.MapGet("/s/{site}/phototheque/vignettes/{**path}", ThumbAsync).WithMetadata(see);
        endpoints.MapGet("/s/{site}/phototheque/originaux/{**path}", OriginalAsync).WithMetadata(see);
    }

    /// <summary>As scripts read it.</summary>
    public static LibraryFile Describe(MediaRecord record) => new(
        record.Path,
        LibraryText.NameOf(record.Path),
        LibraryText.About(record.ContentType, record.Length, record.Width, record.Height),
        LibraryText.Thumb(record.SiteKey, record.Path),
        record.Alt,
        record.Alt,
        $"/s/{record.SiteKey}/phototheque/{record.Id}");

    private static async Task<IResult> ListAsync(CurrentSite current, CmsDbContext database, TerritoryReading territory, string? q, string? genre, CancellationToken cancellation)
    {
        var asked = Slug.From(q ?? "");
        var pictures = genre != "fichier";
        var own = await database.Media.AsNoTracking().Where(m => m.DeletedAt == null).OrderByDescending(m => m.UpdatedAt).ToListAsync(cancellation);
        var found = own.Where(m => m.ContentType.StartsWith("image/", StringComparison.Ordinal) == pictures || !pictures)
            .Where(m => Fits(asked, m.Path, m.Alt, m.Credit)).Select(Describe).ToList();
        var now = await territory.NowAsync(cancellation);
        found.AddRange(LibraryText.Shared(now.Snapshot, current.Key).Where(m => (m.Width is not null) == pictures || !pictures).Where(m => Fits(asked, m.Path, m.Alt, m.Credit)).Select(m => Describe(m, current.Key)));
        return TypedResults.Json(found.Take(Most));
    }

    private static LibraryFile Describe(MediaItem item, string site) => new(
        $"{item.SiteKey}/{item.Path}",
        LibraryText.NameOf(item.Path),
        LibraryTexts.T.Format("SharedBy", item.SiteKey),
        LibraryText.Thumb(site, $"{item.SiteKey}/{item.Path}"),
        item.Alt,
        item.Alt,
        null);

    private static bool Fits(string asked, params string?[] texts)
    {
        var all = Slug.From(string.Join(' ', texts));
        return asked.Length == 0 || asked.Split('-').All(word => all.Contains(word, StringComparison.Ordinal));
    }

    private static async Task<Results<JsonHttpResult<LibraryFile>, JsonHttpResult<EditorEndpoints.Refusal>>> SendAsync(HttpContext context, MediaLibrary library)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile("fichier") is not { } file)
            return TypedResults.Json(new EditorEndpoints.Refusal(MediaTexts.T["RefusedEmpty"]), statusCode: StatusCodes.Status422UnprocessableEntity);
        try
        {
            await using var content = file.OpenReadStream();
            return TypedResults.Json(Describe(await library.AddAsync(file.FileName, content, context.RequestAborted)));
        }
        catch (UploadRefusedException e)
        {
            return TypedResults.Json(new EditorEndpoints.Refusal(e.Message), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> ThumbAsync(string path, int? largeur, HttpContext context, CurrentSite current, LibraryFiles files, Thumbnails thumbnails)
    {
        if (await files.FindAsync(current.Key, path, context.RequestAborted) is not { } file)
            return TypedResults.NotFound();
        Headers(context);
        if (file is { Type: not "image/svg+xml", Width: { } width, Height: { } height }
            && await thumbnails.FileAsync(file.Hash, (width, height), Math.Clamp(largeur ?? SmallWidth, 64, 1600), context.RequestAborted) is { } small)
            return TypedResults.PhysicalFile(small, "image/webp");
        return file.Type == "image/svg+xml" ? TypedResults.Stream(files.Open(file), file.Type) : TypedResults.NotFound();
    }

    private static async Task<IResult> OriginalAsync(string path, HttpContext context, CurrentSite current, LibraryFiles files)
    {
        if (await files.FindAsync(current.Key, path, context.RequestAborted) is not { } file)
            return TypedResults.NotFound();
        Headers(context);
        var isPicture = file.Type.StartsWith("image/", StringComparison.Ordinal);
        return TypedResults.Stream(files.Open(file), file.Type, isPicture ? null : LibraryText.NameOf(path));
    }

    private static void Headers(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = FilePolicy;
        // Browsers refuse to show a page that asks for both a sandbox and a window group of its own.
        context.Response.Headers.Remove("Cross-Origin-Opener-Policy");
        context.Response.Headers.CacheControl = "private, max-age=300";
    }
}
