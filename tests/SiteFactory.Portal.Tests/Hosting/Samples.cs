using System.Text;

namespace SiteFactory.Portal.Tests.Hosting;

/// <summary>Files that citizens, and others, send.</summary>
public static class Samples
{
    public static string Root { get; } = FindRoot();

    public static byte[] Photo { get; } = File.ReadAllBytes(Path.Combine(Root, "cms/SiteFactory.Content/Starter/Files/media/parc.jpg"));

    public static byte[] Pdf { get; } = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray();

    /// <summary>A photograph with a place in its EXIF block.</summary>
    public static byte[] PhotoWithPlace()
    {
        // TIFF header, one directory with one entry: GPSInfo (0x8825), and a text that a test can look for.
        byte[] tiff = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, .. "GPS-49.1575-6.2425"u8];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        byte[] segment = [0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];
        return [.. Photo[..2], .. segment, .. Photo[2..]];
    }

    public static byte[] Read(string name) => name switch
    {
        "photo.jpg" => Photo,
        "place.jpg" => PhotoWithPlace(),
        "page.jpg" => Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"),
        "plan.svg" => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>"),
        "papier.pdf" => Pdf,
        _ => throw new ArgumentException("No such sample.", nameof(name)),
    };

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SiteFactory.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No SiteFactory.sln above the tests.");
        return folder;
    }
}
