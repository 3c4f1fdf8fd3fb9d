using System.Text;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>A file that is not UTF-8, with the line of its first wrong byte.</summary>
internal sealed class NotUtf8Exception(int line) : Exception
{
    public int Line { get; } = line;
}

/// <summary>A file's bytes as text.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes without the byte order mark that some editors write.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    /// <summary>Whether the bytes begin with the mark of UTF-16, that "Unicode" means in some editors.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>The text with <c>\n</c> at line ends, whatever system wrote it.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="firstLine">The line of the file on which the bytes start.</param>
    /// <exception cref="NotUtf8Exception">The bytes are not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, int firstLine)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Contains('\r', StringComparison.Ordinal) ? WithLineFeeds(text) : text;
        }
        catch (DecoderFallbackException e)
        {
            throw new NotUtf8Exception(firstLine + bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n'));
        }
    }

    /// <summary>Line ends of any system as <c>\n</c>.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
