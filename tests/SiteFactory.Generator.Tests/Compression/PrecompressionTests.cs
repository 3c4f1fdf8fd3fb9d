using System.IO.Compression;
using System.Text;
using SiteFactory.Generator.Write.Compression;

namespace SiteFactory.Generator.Tests.Compression;

public sealed class PrecompressionTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 300).Select(i => $"<li><a href=\"/actualites/{i}/\">Numéro {i * 7919 % 101}</a></li>\n")));

    [Theory]
    [InlineData(CompressionEffort.Page)]
    [InlineData(CompressionEffort.Asset)]
    public void What_is_compressed_comes_back(CompressionEffort effort)
    {
        Assert.Equal(Page, Read(new BrotliStream(new MemoryStream(Brotli(effort)), CompressionMode.Decompress)));
        Assert.Equal(Page, Read(new GZipStream(new MemoryStream(Gzip(effort)), CompressionMode.Decompress)));
    }

    [Fact]
    public void The_same_bytes_give_the_same_bytes_on_every_thread()
    {
        var brotli = Brotli(CompressionEffort.Page);
        var gzip = Gzip(CompressionEffort.Page);
        Parallel.For(0, 50, _ =>
        {
            Assert.Equal(brotli, Brotli(CompressionEffort.Page));
            Assert.Equal(gzip, Gzip(CompressionEffort.Page));
        });
    }

    [Fact]
    public void A_gzip_file_tells_no_date_name_or_system() =>
        Assert.Equal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255], Gzip(CompressionEffort.Asset)[..10]);

    [Fact]
    public void What_does_not_get_smaller_is_left_alone()
    {
        var noise = new byte[5000];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (byte)((i * 2654435761L) >> 13);
        System.Security.Cryptography.SHA256.HashData(noise).CopyTo(noise, 0);
        for (var i = 32; i < noise.Length - 32; i += 32)
            System.Security.Cryptography.SHA256.HashData(noise.AsSpan(i - 32, 32)).CopyTo(noise, i);
        var room = new byte[Precompression.LargestUseful(noise.Length)];
        Assert.Equal(0, Precompression.Brotli(noise, room, CompressionEffort.Asset));
        Assert.Equal(0, Precompression.Gzip(noise, room, CompressionEffort.Asset));
    }

    [Theory]
    [InlineData("index.html", 2000, true)]
    [InlineData("index.html", 500, false)]
    [InlineData("agenda/agenda.ics", 2000, true)]
    [InlineData("annuaire.geojson", 2000, true)]
    [InlineData("medias/a.webp", 200_000, false)]
    [InlineData("documents/budget.pdf", 200_000, false)]
    public void Only_text_of_some_length_is_compressed(string path, long length, bool expected) =>
        Assert.Equal(expected, Precompression.Applies(path, length));

    private static byte[] Brotli(CompressionEffort effort)
    {
        var room = new byte[Precompression.LargestUseful(Page.Length)];
        return room[..Precompression.Brotli(Page, room, effort)];
    }

    private static byte[] Gzip(CompressionEffort effort)
    {
        var room = new byte[Precompression.LargestUseful(Page.Length)];
        return room[..Precompression.Gzip(Page, room, effort)];
    }

    private static byte[] Read(Stream stream)
    {
        using var copy = new MemoryStream();
        using (stream)
            stream.CopyTo(copy);
        return copy.ToArray();
    }
}
