using SiteFactory.Content.Media;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Cms.Media;

/// <summary>A file that may go into the library.</summary>
/// <param name="File">Where its bytes are now; the caller deletes it.</param>
/// <param name="Extension">Without a dot, by what the file is and not by what it was called.</param>
public sealed record CheckedUpload(string File, string Extension, long Length, int? Width, int? Height);

/// <summary>Why a file may not go into the library, in French, for whoever sent it.</summary>
public sealed class UploadRefusedException(string message) : Exception(message);

/// <summary>
/// Looks at what was sent: pictures are made anew, drawings and documents are read for what could harm a visitor, and everything else is
/// refused. The name and the announced type of the file count for nothing.
/// </summary>
public sealed class UploadCheck(IPictureCleaner cleaner)
{
    /// <summary>Bytes of the largest picture.</summary>
    public const long LargestPicture = 40L << 20;

    /// <summary>Bytes of the largest document.</summary>
    public const long LargestDocument = 60L << 20;

    private const long LargestDrawing = 1L << 20;

    private static readonly PictureLimits Limits = new(Pixels: 120_000_000, Frames: 300, Edge: 6000);

    /// <summary>Checks a file. Throws <see cref="UploadRefusedException"/>.</summary>
    /// <param name="sent">The bytes as they came.</param>
    /// <param name="scratch">A path for a picture that is made anew.</param>
    /// <param name="only">The ending that the result must have, when it replaces a file; null: any.</param>
    public async Task<CheckedUpload> CheckAsync(string sent, string scratch, string? only, CancellationToken cancellation)
    {
        var length = new FileInfo(sent).Length;
        if (length == 0)
            throw Refused("Empty");
        var head = await HeadAsync(sent, cancellation);
        if (PdfSafety.IsPdf(head))
            return await DocumentAsync(sent, length, only, cancellation);
        return LooksLikeDrawing(head) ? await DrawingAsync(sent, length, only, cancellation) : await PictureAsync(sent, scratch, length, only, cancellation);
    }

    private static async Task<CheckedUpload> DocumentAsync(string sent, long length, string? only, CancellationToken cancellation)
    {
        if (only is not (null or "pdf"))
            throw Refused("OtherKind", only);
        if (length > LargestDocument)
            throw Refused("TooLarge", LargestDocument >> 20);
        if (PdfSafety.Danger(await File.ReadAllBytesAsync(sent, cancellation)) is { } danger)
            throw Refused("ActivePdf", danger);
        return new(sent, "pdf", length, null, null);
    }

    private static async Task<CheckedUpload> DrawingAsync(string sent, long length, string? only, CancellationToken cancellation)
    {
        if (only is not (null or "svg"))
            throw Refused("OtherKind", only);
        if (length > LargestDrawing)
            throw Refused("TooLarge", LargestDrawing >> 20);
        var bytes = await File.ReadAllBytesAsync(sent, cancellation);
        if (SvgSafety.Danger(bytes) is { } danger)
            throw Refused("UnsafeSvg", danger);
        if (PictureSize.Of(bytes) is not { } size)
            throw Refused("SvgNoSize");
        return new(sent, "svg", length, size.Width, size.Height);
    }

    private async Task<CheckedUpload> PictureAsync(string sent, string scratch, long length, string? only, CancellationToken cancellation)
    {
        if (length > LargestPicture)
            throw Refused("TooLarge", LargestPicture >> 20);
        if (only is "svg" or "pdf")
            throw Refused("OtherKind", only);
        var format = only is null ? null : PictureFormats.OfPath("x." + only);
        var made = await cleaner.CleanAsync(sent, scratch, Limits, format, cancellation);
        if (made.Refusal is { } refusal)
            throw Refused(refusal.ToString());
        return new(scratch, only ?? made.Format!.Value.Extension(), new FileInfo(scratch).Length, made.Width, made.Height);
    }

    private static async Task<byte[]> HeadAsync(string path, CancellationToken cancellation)
    {
        var head = new byte[1024];
        await using var file = File.OpenRead(path);
        return head[..await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation)];
    }

    // XML of any encoding that a browser would read as a drawing; what is not one is refused by the reader.
    private static bool LooksLikeDrawing(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.UTF8.GetString(head).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        return text.StartsWith("<svg", StringComparison.OrdinalIgnoreCase) || (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && text.Contains("<svg", StringComparison.OrdinalIgnoreCase));
    }

    private static UploadRefusedException Refused(string name, params object[] values) => new(MediaTexts.T.Format("Refused" + name, values));
}
