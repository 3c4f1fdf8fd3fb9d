using System.Globalization;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Plan.Pictures;

/// <summary>Names the files made from one source: every setting is in the name, so that a name never changes its bytes.</summary>
internal sealed class VariantFactory(PictureSettings settings, string slug, Fingerprint content)
{
    public PictureVariant Sized(PictureFormat format, int width, int height) =>
        Make(format, PictureWork.Encode, width, height, crop: null);

    public PictureVariant Cropped(PictureFormat format, int width, int height, FocalPoint focus) =>
        Make(format, PictureWork.Encode, width, height, focus);

    public PictureVariant Icon(int size, int margin, string? background, string? path = null, PictureFormat format = PictureFormat.Png)
    {
        var variant = Make(format, PictureWork.Encode, size, size, crop: null, contained: true, margin, background);
        return path is null ? variant : variant with { Path = path };
    }

    public PictureVariant Untouched(PictureFormat format, int width, int height) =>
        Make(format, format == PictureFormat.Svg ? PictureWork.Svg : PictureWork.Strip, width, height, crop: null);

    private PictureVariant Make(
        PictureFormat format, PictureWork work, int width, int height, FocalPoint? crop,
        bool contained = false, int margin = 0, string? background = null)
    {
        var (quality, effort) = Levels(format, work);
        var recipe = string.Create(
            CultureInfo.InvariantCulture,
            $"{work} {format} {width} {height} {quality} {effort} {crop?.X} {crop?.Y} {contained} {margin} {background}");
        var inputs = Fingerprint.Combine(content, PictureSettings.Version, Fingerprint.Of(recipe));
        var name = string.Create(CultureInfo.InvariantCulture, $"{slug}-{inputs.Short}-{width}.{format.Extension()}");
        var cacheName = string.Create(CultureInfo.InvariantCulture, $"{content}-{width}-{inputs.Short}.{format.Extension()}");
        return new("medias/" + name, inputs, cacheName, format, work, width, height, quality, effort, crop, contained, margin, background);
    }

    private (int Quality, int Effort) Levels(PictureFormat format, PictureWork work) => (format, work) switch
    {
        (_, not PictureWork.Encode) => (0, 0),
        (PictureFormat.Avif, _) => (settings.AvifQuality, settings.AvifEffort),
        (PictureFormat.WebP, _) => (settings.WebPQuality, settings.WebPEffort),
        (PictureFormat.Jpeg, _) => (settings.JpegQuality, 0),
        _ => (0, 0),
    };
}
