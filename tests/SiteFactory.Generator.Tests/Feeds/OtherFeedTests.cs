using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Render.Feeds;

namespace SiteFactory.Generator.Tests.Feeds;

public class OtherFeedTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static MapEntry Entry(GeoPoint geo) => new(
        new Guid(1, 0, 0, new byte[8]), "https://www.vany.fr/annuaire/mairie/", "Mairie", "facility", "Services", "10 rue Principale", "57070", "Vany",
        "+33 3 53 01 00 00", ["Mo-Fr 09:00-12:00"], true, "Vany", geo);

    [Fact]
    public void Geojson_gives_longitude_first_whatever_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            var bytes = DirectoryMap.GeoJson([Entry(new(49.15671234567, 6.2403))]);
            Assert.Contains("[6.2403,49.156712]", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Geojson_is_a_collection_of_points()
    {
        var root = JsonDocument.Parse(DirectoryMap.GeoJson([Entry(new(49.1, 6.2)), Entry(new(49.2, 6.3))])).RootElement;
        Assert.Equal("FeatureCollection", root.GetProperty("type").GetString());
        Assert.False(root.TryGetProperty("crs", out _));
        Assert.All(root.GetProperty("features").EnumerateArray(), f =>
        {
            Assert.Equal("Feature", f.GetProperty("type").GetString());
            Assert.Equal("Point", f.GetProperty("geometry").GetProperty("type").GetString());
            Assert.Equal(2, f.GetProperty("geometry").GetProperty("coordinates").GetArrayLength());
            Assert.Equal("Mairie", f.GetProperty("properties").GetProperty("name").GetString());
        });
    }

    [Theory]
    [InlineData(91, 6)]
    [InlineData(49, 181)]
    [InlineData(double.NaN, 6)]
    [InlineData(49, double.PositiveInfinity)]
    public void A_place_that_is_not_on_Earth_is_left_out(double latitude, double longitude) =>
        Assert.Empty(JsonDocument.Parse(DirectoryMap.GeoJson([Entry(new(latitude, longitude))])).RootElement.GetProperty("features").EnumerateArray());

    [Fact]
    public void Sitemap_of_pages()
    {
        var file = Assert.Single(Sitemap.Of("https://x.org", [new("https://x.org/?a=1&b=2", Instant.FromUtc(2026, 11, 22, 1, 2, 3)), new("https://x.org/b/", null)]));
        Assert.Equal("/sitemap.xml", file.Path);
        var urls = XDocument.Parse(Encoding.UTF8.GetString(file.Bytes)).Root!.Elements(Map + "url").ToList();
        Assert.Equal("https://x.org/?a=1&b=2", urls[0].Element(Map + "loc")!.Value);
        Assert.Equal("2026-11-22T01:02:03Z", urls[0].Element(Map + "lastmod")!.Value);
        Assert.Null(urls[1].Element(Map + "lastmod"));
    }

    [Fact]
    public void A_sitemap_too_long_for_one_file_has_an_index()
    {
        var pages = Enumerable.Range(0, Sitemap.PagesPerFile + 1).Select(i => new SitemapPage($"https://x.org/{i}/", null));
        var files = Sitemap.Of("https://x.org", [.. pages]);
        Assert.Equal(["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"], files.Select(f => f.Path));
        var index = XDocument.Parse(Encoding.UTF8.GetString(files[0].Bytes)).Root!;
        Assert.Equal(Map + "sitemapindex", index.Name);
        Assert.Equal(["https://x.org/sitemap-1.xml", "https://x.org/sitemap-2.xml"], index.Descendants(Map + "loc").Select(l => l.Value));
        Assert.Single(XDocument.Parse(Encoding.UTF8.GetString(files[2].Bytes)).Root!.Elements());
    }

    [Fact]
    public void Robots()
    {
        static string Text(byte[] b) => Encoding.UTF8.GetString(b);
        Assert.Equal("User-agent: *\nDisallow:\nSitemap: https://x.org/sitemap.xml\n", Text(PlainFiles.Robots("https://x.org/sitemap.xml", true, [])));
        Assert.Equal("User-agent: *\nDisallow: /recherche/\nSitemap: https://x.org/sitemap.xml\n", Text(PlainFiles.Robots("https://x.org/sitemap.xml", true, ["/recherche/"])));
        Assert.Equal("User-agent: *\nDisallow: /\n", Text(PlainFiles.Robots("https://x.org/sitemap.xml", false, ["/recherche/"])));
    }

    [Fact]
    public void Security_text_changes_twice_a_year()
    {
        var text = Encoding.UTF8.GetString(PlainFiles.Security(["mailto:securite@example.org", "https://x.org/contact/\nExpires: 1"], "https://x.org/.well-known/security.txt", Instant.FromUtc(2026, 11, 22, 1, 2)));
        Assert.Equal(
            "Contact: mailto:securite@example.org\nContact: https://x.org/contact/Expires: 1\nExpires: 2027-07-01T00:00:00Z\nPreferred-Languages: fr, en\nCanonical: https://x.org/.well-known/security.txt\n",
            text);
        for (var at = Instant.FromUtc(2026, 1, 1, 0, 0); at < Instant.FromUtc(2028, 1, 1, 0, 0); at += Duration.FromHours(35))
            Assert.InRange((PlainFiles.SecurityExpiry(at) - at).TotalDays, 180, 366);
        Assert.Equal(PlainFiles.SecurityExpiry(Instant.FromUtc(2026, 7, 1, 0, 0)), PlainFiles.SecurityExpiry(Instant.FromUtc(2026, 12, 31, 23, 59)));
    }

    [Fact]
    public void Manifest()
    {
        var root = JsonDocument.Parse(WebManifest.Of(new(
            "Commune de Vany", "Vany", null, "#003d7c", "#ffffff",
            [new("/icone-192.png", "192x192", "image/png", "any"), new("/icone-512.png", "512x512", "image/png", "maskable")],
            [new("Agenda", "/agenda/")]))).RootElement;
        Assert.Equal("Vany", root.GetProperty("short_name").GetString());
        Assert.Equal("standalone", root.GetProperty("display").GetString());
        Assert.Equal("#003d7c", root.GetProperty("theme_color").GetString());
        Assert.Equal("192x192", root.GetProperty("icons")[0].GetProperty("sizes").GetString());
        Assert.Equal("/agenda/", root.GetProperty("shortcuts")[0].GetProperty("url").GetString());
        Assert.False(root.TryGetProperty("description", out _));
    }

    [Fact]
    public void Alerts()
    {
        var root = JsonDocument.Parse(AlertFeed.Of([new(new Guid(1, 0, 0, new byte[8]), "Coupure d’eau", "<p>Demain</p>", AlertSeverity.Danger, null, Instant.FromUtc(2026, 11, 23, 18, 0), "https://x.org/", "Vany")])).RootElement;
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        var alert = root.GetProperty("alerts")[0];
        Assert.Equal(("danger", "Coupure d’eau", "2026-11-23T18:00:00Z"), (alert.GetProperty("severity").GetString(), alert.GetProperty("title").GetString(), alert.GetProperty("until").GetString()));
        Assert.False(alert.TryGetProperty("from", out _));
    }

    [Fact]
    public void Open_search()
    {
        XNamespace ns = "http://a9.com/-/spec/opensearch/1.1/";
        var root = XDocument.Parse(Encoding.UTF8.GetString(PlainFiles.OpenSearch("Saint-Privat-la-Montagne", "Chercher", "https://x.org/recherche/?q={searchTerms}", null))).Root!;
        Assert.InRange(root.Element(ns + "ShortName")!.Value.Length, 1, 16);
        Assert.Equal("https://x.org/recherche/?q={searchTerms}", root.Element(ns + "Url")!.Attribute("template")!.Value);
    }
}
