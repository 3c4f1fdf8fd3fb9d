using System.Globalization;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Library;

/// <summary>The library's words.</summary>
public static class LibraryTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Library.LibraryTexts");
}

/// <summary>What people read of a file, and where they see it.</summary>
public static class LibraryText
{
    /// <summary>The name without its folder.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>"JPG, 1600 × 1067, 240 Ko".</summary>
    public static string About(string type, long length, int? width, int? height)
    {
        var kind = type[(type.LastIndexOf('/') + 1)..].Split('+')[0].ToUpperInvariant();
        var size = length >= 1 << 20
            ? LibraryTexts.T.Format("Megabytes", (length / 1048576.0).ToString("0.#", SharedTexts.French))
            : LibraryTexts.T.Format("Kilobytes", Math.Max(1, length / 1024).ToString(CultureInfo.InvariantCulture));
        return width is null ? $"{kind}, {size}" : string.Create(CultureInfo.InvariantCulture, $"{kind}, {width}\u00a0×\u00a0{height}, {size}");
    }

    /// <summary>The address of the small form.</summary>
    public static string Thumb(string site, string path) => $"/s/{site}/phototheque/vignettes/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>Files of other sites that this one may show.</summary>
    public static IEnumerable<MediaItem> Shared(TerritorySnapshot? snapshot, string site) =>
        (snapshot?.Sites.Values ?? []).Where(s => s.Site.Key != site).SelectMany(s => s.Media.Where(m => m.Shared));
}
