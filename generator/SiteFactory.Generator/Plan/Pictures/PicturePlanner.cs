using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.Theming.Pictures;

namespace SiteFactory.Generator.Plan.Pictures;

/// <summary>
/// Decides, from what the content says of a picture alone, which files it is published as. Nothing here looks at a cache or
/// at a clock: the same snapshot always gives the same pages and the same pictures.
/// </summary>
public sealed class PicturePlanner(PictureSettings settings)
{
    // What Open Graph readers expect; a narrower source is better left uncut.
    private const int SharingWidth = 1200;
    private const int SharingHeight = 630;
    private const int SmallestSharingWidth = 600;

    // A last width this much wider than the one before is worth a file.
    private const double WorthAnotherWidth = 1.15;

    // What browsers assume for a drawing that does not say its size.
    private const int DrawingWidth = 300;
    private const int DrawingHeight = 150;

    /// <summary>The picture with every file it needs; null when the file is not a picture that can be published.</summary>
    /// <param name="alt">The text where the picture stands; null: the picture's own.</param>
    public PlannedPicture? Plan(MediaItem item, string? alt = null)
    {
        if (PictureFormats.OfPath(item.Path) is not { } format)
            return null;
        if (format == PictureFormat.Svg)
            return AsItIs(item, format, item.Width ?? DrawingWidth, item.Height ?? DrawingHeight, alt);
        if (item is not { Width: > 0 and var width, Height: > 0 and var height })
            return null;
        return settings.Encode ? Encoded(item, format, width, height, alt) : AsItIs(item, format, width, height, alt);
    }

    /// <summary>The picture that other sites show with a link to the page: JPEG, cut around the focal point.</summary>
    public PictureVariant? Sharing(MediaItem item)
    {
        if (PictureFormats.OfPath(item.Path) is null or PictureFormat.Svg || item is not { Width: > 0 and var w, Height: > 0 and var h })
            return null;
        var width = Math.Min(SharingWidth, Math.Min(w, h * SharingWidth / SharingHeight));
        if (!settings.Encode || width < SmallestSharingWidth)
            return null;
        return Factory(item).Cropped(PictureFormat.Jpeg, width, width * SharingHeight / SharingWidth, item.Focus ?? new(0.5, 0.5));
    }

    private PlannedPicture Encoded(MediaItem item, PictureFormat source, int width, int height, string? alt)
    {
        var make = Factory(item);
        var widths = WidthsFor(width);
        var fallbackFormat = source == PictureFormat.Jpeg ? PictureFormat.Jpeg : PictureFormat.Png;
        var fallback = Sized(fallbackFormat, widths.LastOrDefault(w => w <= settings.FallbackWidth, widths[0]));
        ImmutableArray<PictureFormat> formats = PaysAvif(item, source, width, height)
            ? [PictureFormat.Avif, PictureFormat.WebP]
            : [PictureFormat.WebP];
        var sources = formats.Select(f => widths.Select(w => Sized(f, w)).ToImmutableArray()).ToImmutableArray();
        return new(
            Model(item, alt, fallback, [.. sources.Select(SourceOf)]),
            [.. sources.SelectMany(s => s), fallback]);

        PictureVariant Sized(PictureFormat format, int w) => make.Sized(format, w, Scaled(height, w, width));
    }

    private PlannedPicture AsItIs(MediaItem item, PictureFormat format, int width, int height, string? alt)
    {
        var variant = Factory(item).Untouched(format, width, height);
        return new(Model(item, alt, variant, []), [variant]);
    }

    private bool PaysAvif(MediaItem item, PictureFormat source, int width, int height) =>
        width >= settings.AvifFromWidth
        || (source == PictureFormat.Jpeg && item.Length * 8.0 / ((double)width * height) >= settings.AvifFromBitsPerPixel);

    private ImmutableArray<int> WidthsFor(int width)
    {
        var smaller = settings.Widths.Where(w => w <= width).ToImmutableArray();
        if (smaller.IsEmpty)
            return [width];
        return width < settings.Widths[^1] && width >= smaller[^1] * WorthAnotherWidth ? smaller.Add(width) : smaller;
    }

    private VariantFactory Factory(MediaItem item) => new(settings, SlugOf(item.Path), item.ContentFingerprint);

    private static PictureModel Model(MediaItem item, string? alt, PictureVariant fallback, ImmutableArray<PictureSource> sources) =>
        new(fallback.Address, fallback.Width, fallback.Height, item.Decorative ? "" : alt ?? item.Alt ?? "", sources, null, item.Focus, item.Credit)
        {
            IsDecorative = item.Decorative,
        };

    private static PictureSource SourceOf(ImmutableArray<PictureVariant> variants) => new(
        variants[0].Format.MediaType(),
        string.Join(", ", variants.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Address} {v.Width}w"))));

    private static int Scaled(int height, int toWidth, int fromWidth) =>
        Math.Max(1, (int)Math.Round((double)height * toWidth / fromWidth, MidpointRounding.AwayFromZero));

    private static string SlugOf(string path) =>
        Slug.From(Path.GetFileNameWithoutExtension(path)) is { Length: > 0 } slug ? slug : "image";
}
