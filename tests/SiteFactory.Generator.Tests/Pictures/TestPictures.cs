using System.Diagnostics;
using System.Text.Json;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Media;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Tests.Pictures;

/// <summary>Real pictures, drawn by sharp once a run; a folder for each test.</summary>
public sealed class TestPictures : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("sitefactory-pictures-").FullName;
    private int _folders;

    /// <summary>3000×2000: left half red, right half blue, with a GPS position, an author and the way up "rotated".</summary>
    public string Photo => Path.Combine(_root, "photo.jpg");

    /// <summary>The EXIF-rotated one: 200×300 stored, 300×200 shown.</summary>
    public string Rotated => Path.Combine(_root, "rotated.jpg");

    public string Png => Path.Combine(_root, "drawing.png");

    public string WebP => Path.Combine(_root, "photo.webp");

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, "t" + Interlocked.Increment(ref _folders))).FullName;

    public async Task InitializeAsync()
    {
        var script = $$"""
            const sharp = require('sharp');
            const gps = { GPSLatitudeRef: 'N', GPSLatitude: '49/1 10/1 3/1', GPSLongitudeRef: 'E', GPSLongitude: '6/1 2/1 33/1' };
            const red = { create: { width: 1500, height: 2000, channels: 3, background: '#d01010' } };
            const blue = { create: { width: 3000, height: 2000, channels: 3, background: '#1010d0' } };
            (async () => {
              const half = await sharp(red).png().toBuffer();
              const both = await sharp(blue).composite([{ input: half, left: 0, top: 0 }]).png().toBuffer();
              const exif = { IFD0: { Artist: 'Prenom Nom', Software: 'a telephone' }, IFD3: gps };
              await sharp(both).jpeg({ quality: 90 }).withExif(exif).toFile({{Quoted(Photo)}});
              await sharp(both).resize(200, 300, { fit: 'fill' }).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toFile({{Quoted(Rotated)}});
              await sharp(both).resize(640, 400).png().withExif(exif).toFile({{Quoted(Png)}});
              await sharp(both).resize(640, 400).webp().withExif(exif).toFile({{Quoted(WebP)}});
            })();
            """;
        await NodeAsync(script);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A media item as the loader would make it.</summary>
    public static MediaItem Item(string path, string name = "media/photo.jpg", FocalPoint? focus = null)
    {
        var bytes = File.ReadAllBytes(path);
        var size = PictureSize.Of(bytes);
        return new MediaItem
        {
            SiteKey = "vany",
            Path = name,
            Length = bytes.Length,
            ContentFingerprint = Fingerprint.Of(bytes),
            Width = size?.Width,
            Height = size?.Height,
            Alt = "Une photo",
            Focus = focus,
        };
    }

    public static PictureSource Source(string path, string name = "vany/media/photo.jpg") =>
        new("vany", name, path, () => File.OpenRead(path));

    /// <summary>What sharp says of a file: width, height, format, exif and icc lengths, and the colour at 10,10.</summary>
    public static async Task<PictureFacts> FactsAsync(string path)
    {
        var script = $$"""
            const sharp = require('sharp');
            (async () => {
              const m = await sharp({{Quoted(path)}}).metadata();
              const p = await sharp({{Quoted(path)}}).removeAlpha().extract({ left: 10, top: 10, width: 1, height: 1 }).raw().toBuffer();
              console.log(JSON.stringify({ Width: m.width, Height: m.height, Format: m.format, Exif: m.exif?.length ?? 0, Xmp: m.xmp?.length ?? 0, Orientation: m.orientation ?? 1, Red: p[0] > 128, Blue: p[2] > 128, Alpha: m.hasAlpha }));
            })();
            """;
        return JsonSerializer.Deserialize<PictureFacts>(await NodeAsync(script))!;
    }

    private static async Task<string> NodeAsync(string script)
    {
        var start = new ProcessStartInfo("node", ["-e", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? output : throw new InvalidOperationException(await errors);
    }

    private static string Quoted(string path) => JsonSerializer.Serialize(path);
}

/// <param name="Exif">Bytes.</param>
public sealed record PictureFacts(int Width, int Height, string Format, int Exif, int Xmp, int Orientation, bool Red, bool Blue, bool Alpha);
