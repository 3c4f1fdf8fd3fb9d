using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Pages;

/// <summary>The portal's own files, embedded, at addresses that change with their bytes.</summary>
internal static class PortalAssets
{
    private const string Prefix = "asset:";

    private static readonly FrozenDictionary<string, byte[]> Files = Read();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData([.. Files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value)]))[..12];

    /// <summary>The address of a file.</summary>
    public static string Url(string name) => $"/_portail/{Version}/{name}";

    /// <summary>The address of an icon inside the sprite.</summary>
    public static string Icon(string name) => Url("icons.svg") + "#" + name;

    public static IResult Serve(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var bytes))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, Type(name));
    }

    /// <summary>The brand's colours as custom properties, in light and in dark.</summary>
    public static IResult Brand(PortalTerritory territory, HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=600";
        return Results.Text(BrandSheet.For(territory.Brand), "text/css", Encoding.UTF8);
    }

    private static string Type(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "font/woff2",
    };

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = typeof(PortalAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Prefix.Length..], n => Bytes(assembly.GetManifestResourceStream(n)!), StringComparer.Ordinal);
    }

    private static byte[] Bytes(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
