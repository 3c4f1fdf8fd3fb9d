using System.Buffers.Binary;

namespace SiteFactory.Content.Media;

/// <summary>PNG: the IHDR chunk comes first.</summary>
internal static class PngHeader
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureSize? Read(ReadOnlySpan<byte> file) =>
        file.Length >= 24 && file.StartsWith(Signature) && file[12..16].SequenceEqual("IHDR"u8)
            ? new(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null;
}
