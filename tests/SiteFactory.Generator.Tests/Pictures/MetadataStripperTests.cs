using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Tests.Pictures;

public sealed class MetadataStripperTests(TestPictures pictures) : IClassFixture<TestPictures>
{
    [Theory]
    [InlineData("photo.jpg", PictureFormat.Jpeg)]
    [InlineData("drawing.png", PictureFormat.Png)]
    [InlineData("photo.webp", PictureFormat.WebP)]
    public async Task Position_and_author_go_and_the_pixels_stay(string name, PictureFormat format)
    {
        var original = Path.Combine(Path.GetDirectoryName(pictures.Photo)!, name);
        Assert.Contains("Prenom Nom", Latin(File.ReadAllBytes(original)), StringComparison.Ordinal);
        var stripped = MetadataStripper.Strip(File.ReadAllBytes(original), format)!;
        Assert.DoesNotContain("Prenom Nom", Latin(stripped), StringComparison.Ordinal);
        var before = await TestPictures.FactsAsync(original);
        Assert.Equal(before with { Exif = 0 }, await TestPictures.FactsAsync(Saved(stripped, name)));
    }

    [Fact]
    public async Task The_way_up_of_a_jpeg_stays()
    {
        var stripped = MetadataStripper.Strip(File.ReadAllBytes(pictures.Rotated), PictureFormat.Jpeg)!;
        Assert.DoesNotContain("Prenom Nom", Latin(stripped), StringComparison.Ordinal);
        Assert.Equal(6, (await TestPictures.FactsAsync(Saved(stripped, "r.jpg"))).Orientation);
    }

    [Fact]
    public void What_follows_a_jpeg_goes()
    {
        var original = File.ReadAllBytes(pictures.Photo);
        var film = original.Concat("ftypmp42 a film"u8.ToArray()).ToArray();
        Assert.Equal(MetadataStripper.Strip(original, PictureFormat.Jpeg), MetadataStripper.Strip(film, PictureFormat.Jpeg));
    }

    [Fact]
    public void A_gif_keeps_its_repetition_and_loses_its_comments()
    {
        byte[] head = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
        byte[] loop = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0];
        byte[] comment = [0x21, 0xFE, 6, .. "secret"u8, 0];
        byte[] image = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        byte[] gif = [.. head, .. loop, .. comment, .. image, 0x3B];
        Assert.Equal([.. head, .. loop, .. image, 0x3B], MetadataStripper.Strip(gif, PictureFormat.Gif)!);
    }

    [Theory]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.WebP)]
    [InlineData(PictureFormat.Gif)]
    public void A_file_cut_anywhere_never_throws(PictureFormat format)
    {
        var name = format switch { PictureFormat.Png => pictures.Png, PictureFormat.WebP => pictures.WebP, _ => pictures.Photo };
        var bytes = File.ReadAllBytes(name);
        for (var length = 0; length < Math.Min(bytes.Length, 700); length++)
            _ = MetadataStripper.Strip(bytes.AsSpan(0, length), format);
        Assert.Null(MetadataStripper.Strip("not a picture at all"u8, format));
    }

    private static string Latin(byte[] bytes) => System.Text.Encoding.Latin1.GetString(bytes);

    private string Saved(byte[] bytes, string name)
    {
        var path = Path.Combine(pictures.NewFolder(), name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
