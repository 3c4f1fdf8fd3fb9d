using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>The small text files that machines look for.</summary>
public static class PlainFiles
{
    /// <summary><c>/robots.txt</c> (RFC 9309).</summary>
    /// <param name="indexed">False: no page wants to be found (a rehearsal, a demonstration).</param>
    /// <param name="hidden">Paths that search engines should leave out: <c>/recherche/</c>.</param>
    public static byte[] Robots(string sitemapUrl, bool indexed, ImmutableArray<string> hidden)
    {
        var lines = new List<string> { "User-agent: *" };
        if (!indexed)
            lines.Add("Disallow: /");
        else if (hidden.IsEmpty)
            lines.Add("Disallow:");
        else
            lines.AddRange(hidden.Select(p => "Disallow: " + OneLine(p)));
        if (indexed)
            lines.Add("Sitemap: " + OneLine(sitemapUrl));
        return Lines(lines);
    }

    /// <summary><c>/.well-known/security.txt</c> (RFC 9116).</summary>
    /// <param name="contacts">URIs, the preferred one first: <c>mailto:securite@example.org</c>.</param>
    /// <param name="canonicalUrl">The file's own address.</param>
    /// <param name="at">The build's moment, of which only the half-year matters: see <see cref="SecurityExpiry"/>.</param>
    public static byte[] Security(ImmutableArray<string> contacts, string canonicalUrl, Instant at)
    {
        var lines = contacts.Select(c => "Contact: " + OneLine(c)).ToList();
        lines.Add("Expires: " + FeedText.Moment(SecurityExpiry(at)));
        lines.Add("Preferred-Languages: fr, en");
        lines.Add("Canonical: " + OneLine(canonicalUrl));
        return Lines(lines);
    }

    /// <summary>
    /// When the security file stops being valid: the beginning of the half-year after the next, so at least six months
    /// and at most a year ahead, as the RFC recommends. It is the same for every build of a half-year, so that the file
    /// changes twice a year and not with each build.
    /// </summary>
    public static Instant SecurityExpiry(Instant at)
    {
        var day = at.InUtc().Date;
        return Instant.FromUtc(day.Year + 1, day.Month <= 6 ? 1 : 7, 1, 0, 0);
    }

    /// <summary><c>/opensearch.xml</c>: the browser's own search field asks this site.</summary>
    /// <param name="searchUrl">Address of the search page with <c>{searchTerms}</c> where the words go.</param>
    public static byte[] OpenSearch(string shortName, string description, string searchUrl, string? iconUrl) => FeedText.Xml(xml =>
    {
        xml.WriteStartElement("OpenSearchDescription", "http://a9.com/-/spec/opensearch/1.1/");
        xml.Element("ShortName", Cut(shortName, 16));
        xml.Element("Description", Cut(description, 1024));
        xml.Element("InputEncoding", "UTF-8");
        xml.Element("Language", "fr");
        if (iconUrl is not null)
            xml.Element("Image", iconUrl);
        xml.WriteStartElement("Url");
        xml.Attribute("type", "text/html");
        xml.Attribute("template", searchUrl);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static byte[] Lines(IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    // A value cannot begin a line of its own.
    private static string OneLine(string value) => string.Concat(value.Where(c => !char.IsControl(c)));

    private static string Cut(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
