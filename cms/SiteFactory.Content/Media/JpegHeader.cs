using System.Buffers.Binary;

namespace SiteFactory.Content.Media;

/// <summary>JPEG: segments up to the frame header (SOF), with the EXIF orientation on the way.</summary>
internal static class JpegHeader
{
    public static PictureSize? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8)
            return null;
        var orientation = 1;
        var position = 2;
        while (position + 4 <= file.Length && file[position] == 0xFF)
        {
            var marker = file[position + 1];
            if (marker == 0xFF || IsAlone(marker))
            {
                position += marker == 0xFF ? 1 : 2;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(position + 2)..]);
            if (length < 2 || position + 2 + length > file.Length)
                return null;
            var segment = file.Slice(position + 4, length - 2);
            if (IsFrame(marker))
                return Frame(segment, orientation);
            if (marker == 0xE1)
                orientation = ExifOrientation.Read(segment) ?? orientation;
            position += 2 + length;
        }
        return null;
    }

    /// <summary>Markers without a length: restart, start and end of image.</summary>
    private static bool IsAlone(byte marker) => marker is 0x01 or >= 0xD0 and <= 0xD9;

    /// <summary>SOF0 to SOF15, without the tables that share their range.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static PictureSize? Frame(ReadOnlySpan<byte> segment, int orientation)
    {
        if (segment.Length < 5)
            return null;
        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        return orientation >= 5 ? new(height, width) : new(width, height);
    }
}
