using System.Buffers.Binary;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>Wraps a square PNG as <c>favicon.ico</c>, which some programs ask for whatever a page says.</summary>
public static class IcoFile
{
    private const int HeaderLength = 22; // a directory of one entry

    /// <param name="size">The PNG's width and height, under 256.</param>
    public static byte[] From(ReadOnlySpan<byte> png, byte size)
    {
        var file = new byte[HeaderLength + png.Length];
        file[2] = 1; // an icon
        file[4] = 1; // one picture
        file[6] = size;
        file[7] = size;
        file[10] = 1; // plane
        file[12] = 32; // bits a pixel
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), png.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), HeaderLength);
        png.CopyTo(file.AsSpan(HeaderLength));
        return file;
    }
}
