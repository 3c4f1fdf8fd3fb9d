using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Plan.Pictures;

/// <summary>How a published picture is made from its source.</summary>
public enum PictureWork
{
    /// <summary>Decoded, resized and encoded anew; nothing of the source's metadata is left.</summary>
    Encode,

    /// <summary>The source's own pixels without its metadata (EXIF, XMP, IPTC, comments).</summary>
    Strip,

    /// <summary>A drawing, copied once it was found harmless.</summary>
    Svg,
}

/// <summary>One file that a picture is published as. Equal <see cref="Inputs"/>, equal bytes.</summary>
/// <param name="Path">From the site's root, without a leading slash: <c>medias/mairie-1a2b3c4d5e-800.webp</c>.</param>
/// <param name="Inputs">Of the source's bytes and every setting below.</param>
/// <param name="CacheName">The file's name in the cache of made pictures; shared by all sites.</param>
/// <param name="Height">In pixels; with <paramref name="Crop"/> the picture is cut to it, otherwise it follows from the width.</param>
/// <param name="Crop">Where to stay when the picture is cut; null: it keeps its proportions.</param>
/// <param name="Contained">Drawn whole inside width and height, its proportions kept.</param>
/// <param name="Margin">Pixels of background on each side, for icons that a system cuts to its own shape.</param>
/// <param name="Background">What stands behind transparent parts, <c>#rrggbb</c>; null: they stay transparent.</param>
public sealed record PictureVariant(
    string Path,
    Fingerprint Inputs,
    string CacheName,
    PictureFormat Format,
    PictureWork Work,
    int Width,
    int Height,
    int Quality,
    int Effort,
    FocalPoint? Crop = null,
    bool Contained = false,
    int Margin = 0,
    string? Background = null)
{
    /// <summary>The address on the site: <c>/medias/…</c>.</summary>
    public string Address => "/" + Path;
}
