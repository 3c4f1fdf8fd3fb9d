namespace SiteFactory.Generator.Write.Pictures;

/// <summary>GIF: comments and application blocks go, except the one that says how often an animation repeats.</summary>
internal static class GifMetadata
{
    private const int ScreenDescriptor = 13;
    private const int ImageDescriptor = 10;
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;
    private const byte Application = 0xFF;
    private const byte HasTable = 0x80;
    private const byte TableSize = 0x07;

    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        if (file.Length < ScreenDescriptor || !file.StartsWith("GIF8"u8))
            return null;
        var kept = new MemoryStream(file.Length);
        var at = ScreenDescriptor + TableLength(file[10]);
        if (at > file.Length)
            return null;
        kept.Write(file[..at]);
        while (at < file.Length)
        {
            if (file[at] == Trailer)
            {
                kept.WriteByte(Trailer);
                return kept.ToArray();
            }
            var end = BlockEnd(file, at);
            if (end < 0)
                return null;
            if (Shows(file[at..end]))
                kept.Write(file[at..end]);
            at = end;
        }
        return null;
    }

    private static bool Shows(ReadOnlySpan<byte> block) =>
        block[0] == Image
        || block[1] == GraphicControl
        || (block[1] == Application && block.Length > 14 && block[3..].StartsWith("NETSCAPE2.0"u8));

    private static int BlockEnd(ReadOnlySpan<byte> file, int at)
    {
        if (file[at] == Extension)
            return SubBlocksEnd(file, at + 2);
        return file[at] == Image && at + ImageDescriptor < file.Length
            ? SubBlocksEnd(file, at + ImageDescriptor + TableLength(file[at + 9]) + 1)
            : -1;
    }

    private static int SubBlocksEnd(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var length = file[at];
            at += 1 + length;
            if (length == 0)
                return at;
        }
        return -1;
    }

    private static int TableLength(byte flags) => (flags & HasTable) == 0 ? 0 : 3 << ((flags & TableSize) + 1);
}
