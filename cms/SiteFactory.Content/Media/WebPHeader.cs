using System.Buffers.Binary;

namespace SiteFactory.Content.Media;

/// <summary>WebP: a RIFF file whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended).</summary>
internal static class WebPHeader
{
    public static PictureSize? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30 || !file.StartsWith("RIFF"u8) || !file[8..12].SequenceEqual("WEBP"u8))
            return null;
        var chunk = file[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
            return new(1 + UInt24(file[24..]), 1 + UInt24(file[27..]));
        if (chunk.SequenceEqual("VP8L"u8))
            return Lossless(BinaryPrimitives.ReadUInt32LittleEndian(file[21..]));
        return chunk.SequenceEqual("VP8 "u8)
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF)
            : null;
    }

    /// <summary>Two numbers of 14 bits, each one less than what it stands for.</summary>
    private static PictureSize Lossless(uint bits) => new(1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
