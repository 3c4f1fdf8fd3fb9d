using System.Globalization;
using System.Security.Cryptography;
using SiteFactory.Content.Media;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Uploads;

/// <summary>A file that may be kept.</summary>
public sealed record CleanFile(string Key, string Name, string ContentType, byte[] Bytes);

/// <summary>A file that was taken, or what to tell its owner.</summary>
public sealed record UploadVerdict(CleanFile? File, string? Problem);

/// <summary>
/// Lets a file in by what it is, never by what its name or its sender's browser says: photographs are written anew, a PDF
/// must be plain, anything else (SVG and HTML among it) is refused.
/// </summary>
public sealed class UploadGate(IPhotoCleaner cleaner)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const long MostPixels = 60_000_000;
    private const int LongestSide = 1920;

    /// <summary>Checks and cleans one file.</summary>
    public async Task<UploadVerdict> AdmitAsync(string name, Stream content, FieldType type, CancellationToken cancellation)
    {
        if (await ReadAsync(content, cancellation) is not { } bytes)
            return Refuse(UploadsTexts.TooHeavy, SafeName(name, ""));
        if (bytes.Length == 0)
            return Refuse(UploadsTexts.Empty, SafeName(name, ""));
        if (type == FieldType.File && PdfCheck.IsPdf(bytes))
            return PdfCheck.IsPlain(bytes) ? Accept(SafeName(name, ".pdf"), "application/pdf", bytes) : Refuse(UploadsTexts.ActivePdf, SafeName(name, ""));
        return await PhotoAsync(name, bytes, type, cancellation);
    }

    private async Task<UploadVerdict> PhotoAsync(string name, byte[] bytes, FieldType type, CancellationToken cancellation)
    {
        var shown = SafeName(name, "");
        if (PictureSniff.Size(bytes) is not { } size)
            return Refuse(type == FieldType.File ? UploadsTexts.NotADocument : UploadsTexts.NotAPhoto, shown);
        if ((long)size.Width * size.Height > MostPixels)
            return Refuse(UploadsTexts.TooManyPixels, shown);
        if (PictureSniff.IsAnimated(bytes))
            return Refuse(UploadsTexts.Animated, shown);
        return await cleaner.CleanAsync(bytes, LongestSide, cancellation) is { } clean
            ? Accept(SafeName(name, ".jpg"), "image/jpeg", clean)
            : Refuse(UploadsTexts.NotAPhoto, shown);
    }

    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            if (memory.Length + read > MostBytes)
                return null;
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }

    private static UploadVerdict Accept(string name, string type, byte[] bytes) =>
        new(new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), name, type, bytes), null);

    private static UploadVerdict Refuse(string problem, string name) => new(null, string.Format(CultureInfo.InvariantCulture, problem, name));

    /// <summary>The name without folders, odd characters or extension, and the extension that is true.</summary>
    private static string SafeName(string name, string extension)
    {
        var last = name.Split('/', '\\')[^1];
        if (extension.Length > 0 && last.LastIndexOf('.') is > 0 and var dot)
            last = last[..dot];
        var kept = new string([.. last.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '(' or ')').Take(80)]).Trim(' ', '.');
        return (kept.Length == 0 ? "fichier" : kept) + extension;
    }
}

/// <summary>What the first bytes of a picture say.</summary>
internal static class PictureSniff
{
    /// <summary>The size of a JPEG, PNG or WebP; null for anything else.</summary>
    public static PictureSize? Size(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || IsPng(file) || IsWebP(file) ? PictureSize.Of(file) : null;

    /// <summary>Whether it is an animated PNG or WebP.</summary>
    public static bool IsAnimated(ReadOnlySpan<byte> file) =>
        IsWebP(file) ? file.Length > 21 && file[12..].StartsWith("VP8X"u8) && (file[20] & 2) != 0
        : IsPng(file) && file[..Math.Min(file.Length, 65536)].IndexOf("acTL"u8) >= 0;

    private static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    private static bool IsWebP(ReadOnlySpan<byte> file) => file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8);
}

/// <summary>What a PDF may hold.</summary>
internal static class PdfCheck
{
    /// <summary>Names of what acts by itself or hides other files.</summary>
    private static readonly string[] Active = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/RichMedia", "/XFA", "/SubmitForm", "/GoToR"];

    public static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>Whether nothing in it acts. Compressed objects are not looked into: readers get it as a download, in no frame of ours.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> file)
    {
        var text = System.Text.Encoding.Latin1.GetString(file);
        return !Active.Any(name => Contains(text, name)) && !text.Contains("<script", StringComparison.OrdinalIgnoreCase);
    }

    // "/AA" must not be found in "/AAB": a name ends where a delimiter stands.
    private static bool Contains(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at + name.Length >= text.Length || !char.IsAsciiLetterOrDigit(text[at + name.Length]))
                return true;
        }
        return false;
    }
}
