using System.Text;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>A file's bytes as text.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// The text with <c>\n</c> at line ends, whatever system wrote it, and without a byte order mark; null when the bytes
    /// are not UTF-8. <paramref name="badLine"/> is then the line of the first wrong byte.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out int badLine)
    {
        badLine = 0;
        if (bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        try
        {
            var text = Strict.GetString(bytes);
            return text.Contains('\r', StringComparison.Ordinal) ? WithLineFeeds(text) : text;
        }
        catch (DecoderFallbackException e)
        {
            badLine = 1 + bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n');
            return null;
        }
    }

    /// <summary>Line ends of any system as <c>\n</c>.</summary>
    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
