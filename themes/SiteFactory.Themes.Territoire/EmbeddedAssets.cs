using System.Collections.Immutable;
using System.Resources;
using SiteFactory.Theming;

namespace SiteFactory.Themes.Territoire;

/// <summary>The bundled files that this assembly carries.</summary>
internal static class EmbeddedAssets
{
    private const string Prefix = "asset:";

    public static ImmutableArray<ThemeAsset> Load()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new ThemeAsset(name[Prefix.Length..], Read(assembly.GetManifestResourceStream(name), name))),
        ];
    }

    private static byte[] Read(Stream? stream, string name)
    {
        using var source = stream ?? throw new MissingManifestResourceException(name);
        var bytes = new byte[source.Length];
        source.ReadExactly(bytes);
        return bytes;
    }
}
