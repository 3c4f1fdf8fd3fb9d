using System.Buffers.Binary;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>JPEG: segments before the picture's data are kept by their marker.</summary>
internal static class JpegMetadata
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;
    private const int OrientationTag = 0x0112;

    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8)
            return null;
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        var at = 2;
        while (at + 2 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == EndOfImage)
            {
                // After it there is nothing to show: a phone may have put a second picture or a film there.
                kept.Write(file.Slice(at, 2));
                return kept.ToArray();
            }
            var length = marker == 0xFF ? 1 : SegmentLength(file[at..], marker);
            if (length == 0)
                return null;
            if (marker != 0xFF)
                Keep(kept, marker, file.Slice(at, length));
            at += length;
        }
        return null;
    }

    // A scan's coded data follows its header up to the next marker; a zero after FF and restart marks belong to the data.
    private static int SegmentLength(ReadOnlySpan<byte> from, byte marker)
    {
        if (from.Length < 4)
            return 0;
        var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(from[2..]);
        if (marker == StartOfScan)
        {
            while (length + 1 < from.Length && (from[length] != 0xFF || from[length + 1] is 0 or (>= 0xD0 and <= 0xD7)))
                length++;
        }
        return length >= 4 && length < from.Length ? length : 0;
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker == App1 && Orientation(segment[4..]) is > 1 and var orientation)
            kept.Write(OrientationOnly(orientation));
        var shows = marker switch
        {
            App0 or App14 => true,
            App2 => segment[4..].StartsWith("ICC_PROFILE"u8),
            >= App1 and <= App15 or Comment => false,
            _ => true,
        };
        if (shows)
            kept.Write(segment);
    }

    // TIFF inside "Exif\0\0": byte order, then the first directory's entries of 12 bytes.
    private static int Orientation(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 16 || !exif.StartsWith("Exif\0\0"u8))
            return 0;
        var tiff = exif[6..];
        var little = tiff.StartsWith("II"u8);
        var first = Read32(tiff[4..], little);
        if (first > tiff.Length - 2)
            return 0;
        var count = Read16(tiff[(int)first..], little);
        for (var i = 0; i < count; i++)
        {
            var at = (long)first + 2 + (12 * i);
            if (at + 12 > tiff.Length)
                return 0;
            var entry = tiff.Slice((int)at, 12);
            if (Read16(entry, little) == OrientationTag)
                return Read16(entry[8..], little) is >= 1 and <= 8 and var value ? value : 0;
        }
        return 0;
    }

    private static byte[] OrientationOnly(int orientation) =>
    [
        0xFF, App1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static int Read16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
