using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using NodaTime;
using SiteFactory.Generator.Render.Feeds;

namespace SiteFactory.Generator.Tests.Feeds;

public class NewsFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly FeedInfo Info = new(
        "Actualités de Vany", "Ce qui se passe", "https://www.vany.fr/actualites/", "https://www.vany.fr/actualites/flux.xml",
        "https://www.vany.fr/actualites/flux.json", "Vany", "https://www.vany.fr/", "https://www.vany.fr/icone.png");

    private static readonly FeedEntry Own = new(
        new Guid("5d0f2a64-1111-4222-8333-444455556666"), "https://www.vany.fr/actualites/tri/", null, "Le tri <change> & s’étend", "Résumé",
        "<p>Du <em>neuf</em> ]]> &amp; bon</p>", Instant.FromUtc(2026, 11, 1, 8, 0), Instant.FromUtc(2026, 11, 2, 8, 0), "Vany", "https://www.vany.fr/",
        [new("dechets", "Déchets")], new("https://www.vany.fr/a.jpg", "image/jpeg", 1234));

    private static readonly FeedEntry Other = Own with
    {
        Id = new Guid("6d0f2a64-1111-4222-8333-444455556666"),
        OriginUrl = "https://www.metzmetropole.fr/actualites/bus/",
        ContentHtml = null,
        Summary = null,
        Updated = Instant.FromUtc(2026, 11, 3, 8, 0),
        AuthorName = "Metz Métropole",
        Tags = [],
        Image = null,
    };

    [Fact]
    public void Atom_has_what_RFC_4287_requires()
    {
        var bytes = NewsFeed.Atom(Info, [Own, Other]);
        Assert.Equal((byte)'<', bytes[0]);
        var feed = XDocument.Parse(System.Text.Encoding.UTF8.GetString(bytes)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("fr", feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal(Info.AtomUrl, feed.Element(Atom + "id")!.Value);
        Assert.Equal("2026-11-03T08:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(Info.AtomUrl, feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        foreach (var entry in entries)
        {
            foreach (var name in new[] { "id", "title", "updated", "published", "author" })
                Assert.Single(entry.Elements(Atom + name));
            Assert.Single(entry.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate");
        }
        Assert.Equal("urn:uuid:5d0f2a64-1111-4222-8333-444455556666", entries[0].Element(Atom + "id")!.Value);
        Assert.Equal(Own.Title, entries[0].Element(Atom + "title")!.Value);
        Assert.Equal(Own.ContentHtml, entries[0].Element(Atom + "content")!.Value);
        Assert.Equal("html", entries[0].Element(Atom + "content")!.Attribute("type")!.Value);
        Assert.Equal("Déchets", entries[0].Element(Atom + "category")!.Attribute("label")!.Value);
        Assert.Equal(Other.OriginUrl, entries[1].Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "via").Attribute("href")!.Value);
    }

    [Fact]
    public void An_empty_feed_is_well_formed()
    {
        Assert.Equal("1970-01-01T00:00:00Z", XDocument.Parse(System.Text.Encoding.UTF8.GetString(NewsFeed.Atom(Info, []))).Root!.Element(Atom + "updated")!.Value);
        Assert.Empty(JsonDocument.Parse(NewsFeed.Json(Info, [])).RootElement.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("a\u0001b\u000bc", "abc")]
    [InlineData("a\uffffb", "ab")]
    [InlineData("a🎉b", "a🎉b")]
    public void What_XML_cannot_hold_is_dropped(string title, string expected)
    {
        var bytes = NewsFeed.Atom(Info, [Own with { Title = title, ContentHtml = title, Tags = [new(title, title)] }]);
        using var reader = XmlReader.Create(new MemoryStream(bytes), new() { CheckCharacters = true });
        var entry = XDocument.Load(reader).Root!.Element(Atom + "entry")!;
        Assert.Equal(expected, entry.Element(Atom + "title")!.Value);
        Assert.Equal(expected, entry.Element(Atom + "category")!.Attribute("label")!.Value);
    }

    [Fact]
    public void Xml_survives_half_a_character() =>
        Assert.Equal("ab", XDocument.Parse(System.Text.Encoding.UTF8.GetString(NewsFeed.Atom(Info, [Own with { Title = "a\ud800b" }]))).Root!.Element(Atom + "entry")!.Element(Atom + "title")!.Value);

    [Fact]
    public void Json_feed_has_what_version_1_1_requires()
    {
        var feed = JsonDocument.Parse(NewsFeed.Json(Info, [Own, Other])).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal(Info.Title, feed.GetProperty("title").GetString());
        Assert.Equal(Info.JsonUrl, feed.GetProperty("feed_url").GetString());
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items, i =>
        {
            Assert.StartsWith("urn:uuid:", i.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.NotEqual(i.TryGetProperty("content_html", out _), i.TryGetProperty("content_text", out _));
            Assert.True(i.GetProperty("date_published").TryGetDateTimeOffset(out _));
        });
        Assert.Equal(Own.ContentHtml, items[0].GetProperty("content_html").GetString());
        Assert.Equal("Déchets", items[0].GetProperty("tags")[0].GetString());
        Assert.Equal(Other.Title, items[1].GetProperty("content_text").GetString());
        Assert.Equal("Metz Métropole", items[1].GetProperty("authors")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Json_survives_half_a_character() =>
        Assert.Equal("a\ufffdb", JsonDocument.Parse(NewsFeed.Json(Info, [Own with { Title = "a\ud800b" }])).RootElement.GetProperty("items")[0].GetProperty("title").GetString());
}
