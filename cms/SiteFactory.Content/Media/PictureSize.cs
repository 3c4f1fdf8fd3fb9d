namespace SiteFactory.Content.Media;

/// <summary>A picture's size in pixels, as it is displayed.</summary>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>
    /// The size that the file's header tells: PNG, JPEG (EXIF orientation applied), WebP, GIF, SVG. Null for anything else and
    /// for a header that makes no sense; the bytes may come from anybody.
    /// </summary>
    public static PictureSize? Of(ReadOnlySpan<byte> file)
    {
        var size = PngHeader.Read(file) ?? GifHeader.Read(file) ?? WebPHeader.Read(file) ?? JpegHeader.Read(file) ?? SvgHeader.Read(file);
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }
}
