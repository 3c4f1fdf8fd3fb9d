using System.IO.Compression;
using System.Text;
using Xunit.Abstractions;

namespace SiteFactory.Search.Tests;

public sealed class SizeTests(ITestOutputHelper output)
{
    private static readonly string[] Queries =
    [
        "calculation", "comment inscrire un jardin à la collecte", "stationnement", "déclaration de travaux urbanisme logement", "culturation", "voirie éclairage promenade",
    ];

    [Fact]
    public void TheFirstQueryOfASiteOf600PagesTakesUnder40Kilobytes()
    {
        using var client = new ClientRunner(SyntheticSite.Documents(600));
        foreach (var (query, found) in Queries.Zip(client.Search(Queries)))
        {
            var (brotli, raw) = (found.Loaded.Sum(f => f.Brotli), found.Loaded.Sum(f => f.Raw));
            output.WriteLine($"{query}: {found.Total} found, {found.Loaded.Length} files, {brotli} bytes with Brotli, {found.Loaded.Sum(f => f.Gzip)} with gzip, {raw} raw");
            Assert.True(found.Total > 0);
            Assert.InRange(brotli, 1, 30_000);
        }
    }

    [Fact]
    public void AWholeTerritoryIsSearchedForLittleMore()
    {
        using var client = new ClientRunner(SyntheticSite.Documents(3000));
        var found = client.Search("voirie éclairage promenade");
        Assert.Equal(10, found.Results.Length);
        Assert.Contains(found.Loaded, file => file.File.StartsWith("c/", StringComparison.Ordinal));
        Assert.InRange(found.Loaded.Single(file => string.Equals(file.File, "index.json", StringComparison.Ordinal)).Raw, 1, 10_000);
        Assert.All(found.Results, result => Assert.Contains(client.Search(result.Title).Urls, url => string.Equals(url, result.Url, StringComparison.Ordinal)));
    }

    [Fact]
    public void TheClientIsSmallBeforeItIsMinified() =>
        Assert.InRange(Compressed(Search.Client.SearchClient.Search) + Compressed(Search.Client.SearchClient.SearchPage), 1, 12_000);

    private static int Compressed(string text)
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return (int)buffer.Length;
    }
}
