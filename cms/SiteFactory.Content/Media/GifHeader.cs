using System.Buffers.Binary;

namespace SiteFactory.Content.Media;

/// <summary>GIF: the logical screen's size follows the version.</summary>
internal static class GifHeader
{
    public static PictureSize? Read(ReadOnlySpan<byte> file) =>
        file.Length >= 10 && (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]))
            : null;
}
