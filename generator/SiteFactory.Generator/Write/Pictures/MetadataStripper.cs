using System.Buffers.Binary;
using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>
/// Removes what a picture says beside its pixels — place, date, author, thumbnail — without decoding it. Colour profiles
/// stay, and the way up of a JPEG, because the picture would look different without them.
/// </summary>
public static class MetadataStripper
{
    /// <summary>The bytes without metadata; null when the file is not what its name promises.</summary>
    public static byte[]? Strip(ReadOnlySpan<byte> file, PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => JpegMetadata.Strip(file),
        PictureFormat.Png => PngMetadata.Strip(file),
        PictureFormat.WebP => WebPMetadata.Strip(file),
        PictureFormat.Gif => GifMetadata.Strip(file),
        _ => null,
    };
}

/// <summary>PNG: chunks are kept by name.</summary>
internal static class PngMetadata
{
    private const int ChunkFrame = 12; // length, name and checksum

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            return null;
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var rest = file[Signature.Length..];
        while (rest.Length >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
                return null;
            var chunk = rest[..((int)length + ChunkFrame)];
            var name = chunk[4..8];
            if (Shows(name))
                kept.Write(chunk);
            if (name.SequenceEqual("IEND"u8))
                return kept.ToArray();
            rest = rest[chunk.Length..];
        }
        return null;
    }

    // A chunk whose name starts with a capital is needed to decode; of the others, those that change how it looks.
    private static bool Shows(ReadOnlySpan<byte> name) =>
        char.IsAsciiLetterUpper((char)name[0])
        || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("cHRM"u8) || name.SequenceEqual("sRGB"u8)
        || name.SequenceEqual("iCCP"u8) || name.SequenceEqual("sBIT"u8) || name.SequenceEqual("bKGD"u8) || name.SequenceEqual("pHYs"u8)
        || name.SequenceEqual("acTL"u8) || name.SequenceEqual("fcTL"u8) || name.SequenceEqual("fdAT"u8);
}

/// <summary>WebP: RIFF chunks; the header's flags say which ones follow.</summary>
internal static class WebPMetadata
{
    private const int FileHeader = 12;
    private const int ChunkHeader = 8;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader || !file.StartsWith("RIFF"u8) || !file[8..12].SequenceEqual("WEBP"u8))
            return null;
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..FileHeader]);
        var rest = file[FileHeader..];
        while (rest.Length >= ChunkHeader)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > rest.Length - ChunkHeader)
                return null;
            var padded = Math.Min(rest.Length, ChunkHeader + (int)length + (int)(length & 1));
            Keep(kept, rest[..padded]);
            rest = rest[padded..];
        }
        var bytes = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - ChunkHeader);
        return bytes;
    }

    private static void Keep(MemoryStream kept, ReadOnlySpan<byte> chunk)
    {
        var name = chunk[..4];
        if (name.SequenceEqual("EXIF"u8) || name.SequenceEqual("XMP "u8))
            return;
        if (!name.SequenceEqual("VP8X"u8) || chunk.Length <= ChunkHeader)
        {
            kept.Write(chunk);
            return;
        }
        var copy = chunk.ToArray();
        copy[ChunkHeader] &= unchecked((byte)~(ExifFlag | XmpFlag));
        kept.Write(copy);
    }
}
