namespace SiteFactory.Generator.Plan.Pictures;

/// <summary>The formats that pictures are published in.</summary>
public enum PictureFormat
{
    Avif,
    WebP,
    Jpeg,
    Png,
    Gif,
    Svg,
    Ico,
}

/// <summary>What each format is called in file names and headers.</summary>
public static class PictureFormats
{
    /// <summary>Without a dot: <c>avif</c>.</summary>
    public static string Extension(this PictureFormat format) => format switch
    {
        PictureFormat.Avif => "avif",
        PictureFormat.WebP => "webp",
        PictureFormat.Jpeg => "jpg",
        PictureFormat.Png => "png",
        PictureFormat.Gif => "gif",
        PictureFormat.Svg => "svg",
        PictureFormat.Ico => "ico",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };

    /// <summary><c>image/avif</c>.</summary>
    public static string MediaType(this PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "image/jpeg",
        PictureFormat.Svg => "image/svg+xml",
        PictureFormat.Ico => "image/x-icon",
        _ => "image/" + format.Extension(),
    };

    /// <summary>The format that a file's name promises; null when it is not a picture that a site can publish.</summary>
    public static PictureFormat? OfPath(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" => PictureFormat.Jpeg,
        ".PNG" => PictureFormat.Png,
        ".WEBP" => PictureFormat.WebP,
        ".GIF" => PictureFormat.Gif,
        ".SVG" => PictureFormat.Svg,
        _ => null,
    };
}
