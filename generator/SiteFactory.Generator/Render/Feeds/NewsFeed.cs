using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using NodaTime;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>What a news feed says of itself. Addresses are absolute.</summary>
/// <param name="HomeUrl">The page that shows the same entries.</param>
/// <param name="AuthorName">Who publishes: the commune.</param>
/// <param name="IconUrl">A square picture, or null.</param>
public sealed record FeedInfo(
    string Title,
    string? Description,
    string HomeUrl,
    string AtomUrl,
    string JsonUrl,
    string AuthorName,
    string AuthorUrl,
    string? IconUrl)
{
    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "fr";
}

/// <summary>One entry of a news feed. Addresses are absolute.</summary>
/// <param name="Id">The item's own id: the same in every feed that carries it.</param>
/// <param name="Url">Its page on this site.</param>
/// <param name="OriginUrl">Its page on its owner's site when that is another one.</param>
/// <param name="ContentHtml">The body, its addresses absolute; null: the summary stands for it.</param>
/// <param name="Updated">The last change; never before <paramref name="Published"/>.</param>
public sealed record FeedEntry(
    Guid Id,
    string Url,
    string? OriginUrl,
    string Title,
    string? Summary,
    string? ContentHtml,
    Instant Published,
    Instant Updated,
    string AuthorName,
    string AuthorUrl,
    ImmutableArray<FeedTag> Tags,
    FeedImage? Image);

/// <summary>A topic of the territory.</summary>
public sealed record FeedTag(string Key, string Label);

/// <summary>An entry's picture.</summary>
/// <param name="MediaType"><c>image/jpeg</c>.</param>
public sealed record FeedImage(string Url, string MediaType, long? Length);

/// <summary>The news as Atom (RFC 4287) and as JSON Feed 1.1. Entries are written in the order given.</summary>
public static class NewsFeed
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    /// <summary><c>/actualites/flux.xml</c>.</summary>
    public static byte[] Atom(FeedInfo info, ImmutableArray<FeedEntry> entries) => FeedText.Xml(xml =>
    {
        xml.WriteStartElement("feed", AtomNamespace);
        xml.WriteAttributeString("xml", "lang", null, info.Language);
        xml.Element("id", info.AtomUrl);
        xml.Element("title", info.Title);
        if (!string.IsNullOrEmpty(info.Description))
            xml.Element("subtitle", info.Description);
        xml.Element("updated", FeedText.Moment(LastChange(entries)));
        Link(xml, "self", info.AtomUrl, "application/atom+xml");
        Link(xml, "alternate", info.HomeUrl, "text/html");
        if (info.IconUrl is not null)
            xml.Element("icon", info.IconUrl);
        Author(xml, info.AuthorName, info.AuthorUrl);
        foreach (var entry in entries)
            Entry(xml, entry);
        xml.WriteEndElement();
    });

    /// <summary><c>/actualites/flux.json</c>.</summary>
    public static byte[] Json(FeedInfo info, ImmutableArray<FeedEntry> entries) => FeedText.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", info.Title);
        json.WriteString("home_page_url", info.HomeUrl);
        json.WriteString("feed_url", info.JsonUrl);
        json.Optional("description", info.Description);
        json.Optional("icon", info.IconUrl);
        json.WriteString("language", info.Language);
        Authors(json, info.AuthorName, info.AuthorUrl);
        json.WriteStartArray("items");
        foreach (var entry in entries)
            Item(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    // A feed without entries has never changed.
    private static Instant LastChange(ImmutableArray<FeedEntry> entries) =>
        entries.IsEmpty ? NodaConstants.UnixEpoch : entries.Max(e => e.Updated);

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.Element("id", FeedText.Urn(entry.Id));
        xml.Element("title", entry.Title);
        xml.Element("published", FeedText.Moment(entry.Published));
        xml.Element("updated", FeedText.Moment(entry.Updated));
        Link(xml, "alternate", entry.Url, "text/html");
        if (entry.OriginUrl is not null)
            Link(xml, "via", entry.OriginUrl, "text/html");
        if (entry.Image is { } image)
            Link(xml, "enclosure", image.Url, image.MediaType, image.Length);
        Author(xml, entry.AuthorName, entry.AuthorUrl);
        foreach (var tag in entry.Tags)
            Category(xml, tag);
        if (!string.IsNullOrEmpty(entry.Summary))
            xml.Element("summary", entry.Summary);
        if (entry.ContentHtml is { } html)
            Content(xml, html);
        xml.WriteEndElement();
    }

    private static void Item(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", FeedText.Urn(entry.Id));
        json.WriteString("url", entry.Url);
        json.Optional("external_url", entry.OriginUrl);
        json.WriteString("title", entry.Title);
        json.Optional("summary", entry.Summary);
        if (entry.ContentHtml is { } html)
            json.WriteString("content_html", html);
        else
            json.WriteString("content_text", string.IsNullOrEmpty(entry.Summary) ? entry.Title : entry.Summary);
        json.Optional("image", entry.Image?.Url);
        json.WriteString("date_published", FeedText.Moment(entry.Published));
        json.WriteString("date_modified", FeedText.Moment(entry.Updated));
        Authors(json, entry.AuthorName, entry.AuthorUrl);
        json.Optional("tags", [.. entry.Tags.Select(t => t.Label)]);
        json.WriteEndObject();
    }

    private static void Link(XmlWriter xml, string relation, string url, string type, long? length = null)
    {
        xml.WriteStartElement("link");
        xml.Attribute("rel", relation);
        xml.Attribute("type", type);
        xml.Attribute("href", url);
        if (length is { } bytes)
            xml.Attribute("length", XmlConvert.ToString(bytes));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name, string url)
    {
        xml.WriteStartElement("author");
        xml.Element("name", name);
        xml.Element("uri", url);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, FeedTag tag)
    {
        xml.WriteStartElement("category");
        xml.Attribute("term", tag.Key);
        xml.Attribute("label", tag.Label);
        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, string html)
    {
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedText.Clean(html));
        xml.WriteEndElement();
    }

    private static void Authors(Utf8JsonWriter json, string name, string url)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("url", url);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
