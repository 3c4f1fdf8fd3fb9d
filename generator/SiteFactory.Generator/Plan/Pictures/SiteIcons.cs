using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Plan.Pictures;

/// <summary>An icon and what the web app manifest says of it.</summary>
/// <param name="Maskable">The system may cut it to its own shape.</param>
public sealed record SiteIcon(PictureVariant Variant, bool Maskable);

/// <summary>A site's icons: for tabs, home screens and the installed site.</summary>
/// <param name="Tab"><c>/favicon.svg</c>, or null when the emblem is not a drawing.</param>
/// <param name="Touch"><c>/apple-touch-icon.png</c>.</param>
/// <param name="Classic"><c>/favicon.ico</c>, which some programs ask for whatever a page says.</param>
/// <param name="App">Of the manifest: 192 and 512 pixels, and one maskable.</param>
public sealed record SiteIconSet(PictureVariant? Tab, PictureVariant Touch, PictureVariant Classic, ImmutableArray<SiteIcon> App)
{
    /// <summary>The files to publish.</summary>
    public ImmutableArray<PictureVariant> Published =>
        [.. (ReadOnlySpan<PictureVariant>)(Tab is null ? [] : [Tab]), Touch, Classic, .. App.Select(i => i.Variant)];
}

/// <summary>Decides a site's icons from its emblem.</summary>
public static class SiteIcons
{
    // A maskable icon's safe zone is a circle of 80 % of its width (W3C manifest): a square inside that has 56 %.
    private const double SafeMargin = 0.22;

    // A touch icon is shown in a rounded square; a little air keeps the emblem off its corners.
    private const double TouchMargin = 0.1;

    /// <summary>The icons of a site whose emblem is <paramref name="emblem"/>; null when it cannot be read as a picture.</summary>
    /// <param name="background">Stands behind the emblem where an icon must be opaque, <c>#rrggbb</c>.</param>
    public static SiteIconSet? From(MediaItem emblem, string background)
    {
        if (PictureFormats.OfPath(emblem.Path) is not { } format)
            return null;
        var make = new VariantFactory(PictureSettings.Default, "icone", emblem.ContentFingerprint);
        var tab = format == PictureFormat.Svg
            ? make.Untouched(format, emblem.Width ?? 0, emblem.Height ?? 0) with { Path = "favicon.svg" }
            : null;
        return new(
            tab,
            make.Icon(180, Margin(180, TouchMargin), background, "apple-touch-icon.png"),
            make.Icon(32, 0, background: null, "favicon.ico", PictureFormat.Ico),
            [
                new(make.Icon(192, 0, background: null), Maskable: false),
                new(make.Icon(512, 0, background: null), Maskable: false),
                new(make.Icon(512, Margin(512, SafeMargin), background), Maskable: true),
            ]);
    }

    private static int Margin(int size, double share) => (int)(size * share);
}
