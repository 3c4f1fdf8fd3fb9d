using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace SiteFactory.Cms.Tests.Library;

/// <summary>Small files of each kind, made here: what they hold is known to the byte.</summary>
internal static class SampleFiles
{
    // A JPEG of 2 × 2 grey pixels.
    private const string Jpeg =
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAACAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==";

    /// <summary>A photograph that says where it was taken.</summary>
    public static byte[] JpegWithPosition()
    {
        var picture = Convert.FromBase64String(Jpeg);
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\u0008\0\0GPS-49.1193,6.1757"u8];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. picture[..2], 0xff, 0xe1, .. length, .. exif, .. picture[2..]];
    }

    /// <summary>A black picture; however large, its file is small.</summary>
    public static byte[] Png(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 1;
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", Pixels(width, height));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A document of one empty page.</summary>
    public static byte[] Pdf() => Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");

    private static byte[] Pixels(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = new byte[1 + ((width + 7) / 8)];
            for (var row = 0; row < height; row++)
                zip.Write(line);
        }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(body));
        file.Write(number);
    }
}
