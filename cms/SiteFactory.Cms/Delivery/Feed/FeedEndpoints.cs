using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Media;

namespace SiteFactory.Cms.Delivery.Feed;

/// <summary>
/// The territory for generators that run elsewhere: <c>/territory/snapshot</c> is one JSON object a line, the first with revision
/// and whether the rest is whole, then one a file; <c>/territory/media/{hash}</c> gives bytes.
/// </summary>
internal static class FeedEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(RouteGroupBuilder territory)
    {
        territory.MapGet("/snapshot", SnapshotAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Read))
            .WithSummary("The territory's public content, one JSON object a line; ?since=REVISION tells only what changed since.").Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson");
        territory.MapGet("/media/{hash}", MediaAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Read))
            .WithSummary("The bytes of a file of the library, by their SHA-256.").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<IResult> SnapshotAsync(long? since, HttpContext context, CmsDbContext database, TerritoryFeed feed, CancellationToken cancellation)
    {
        var answer = await feed.SinceAsync(database, since, cancellation);
        context.Response.Headers.ETag = $"\"{answer.Revision}\"";
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        await WriteLineAsync(context, new { answer.Revision, answer.Whole, Files = answer.Files.Count }, cancellation);
        foreach (var file in answer.Files)
            await WriteLineAsync(context, file, cancellation);
        return Results.Empty;
    }

    private static async Task WriteLineAsync<T>(HttpContext context, T value, CancellationToken cancellation)
    {
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, Json), cancellation);
        await context.Response.Body.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    // Only what a site's library holds: the store may keep bytes that nobody shows any more.
    private static async Task<IResult> MediaAsync(string hash, CmsDbContext database, IMediaFiles files, HttpContext context, CancellationToken cancellation)
    {
        if (!await database.Media.AnyAsync(m => m.ContentHash == hash && m.DeletedAt == null, cancellation))
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Stream(files.OpenRead(hash), "application/octet-stream");
    }
}
