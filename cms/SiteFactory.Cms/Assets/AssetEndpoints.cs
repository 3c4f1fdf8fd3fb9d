using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using SiteFactory.Cms.Access;

namespace SiteFactory.Cms.Assets;

/// <summary>The back office's own stylesheets, scripts and pictures: embedded, and named with a fingerprint so that browsers keep them.</summary>
public static class AssetEndpoints
{
    private const string Prefix = "SiteFactory.Cms.Assets.Files/";

    private static readonly FrozenDictionary<string, Asset> Assets = Load();

    /// <summary>The address of a file of <c>Assets/Files</c>: <c>gestion.css</c>.</summary>
    public static string Url(string name) => $"/-/{Assets[name].Fingerprint}/{name}";

    /// <summary>Answers for them.</summary>
    public static void MapAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/-/{fingerprint}/{**name}", Answer).WithMetadata(new OpenToAllAttribute());

    // Another fingerprint than today's comes from a page of another version: it gets today's file, and does not keep it.
    private static IResult Answer(string fingerprint, string name, HttpContext context)
    {
        if (!Assets.TryGetValue(name, out var asset))
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = fingerprint == asset.Fingerprint ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(asset.Bytes, asset.ContentType);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(AssetEndpoints).Assembly;
        var types = new FileExtensionContentTypeProvider();
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Prefix.Length..].Replace('\\', '/'), n => Read(assembly, n, types), StringComparer.Ordinal);
    }

    private static Asset Read(System.Reflection.Assembly assembly, string resource, FileExtensionContentTypeProvider types)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var type = types.TryGetContentType(resource, out var known) ? known : "application/octet-stream";
        return new(bytes, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }

    private sealed record Asset(byte[] Bytes, string ContentType, string Fingerprint);
}
