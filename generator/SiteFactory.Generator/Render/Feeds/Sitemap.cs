using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>A page that search engines should know.</summary>
/// <param name="Url">Absolute.</param>
public sealed record SitemapPage(string Url, Instant? LastModified);

/// <summary>A file of the built site.</summary>
/// <param name="Path">From the site's root: <c>/sitemap.xml</c>.</param>
public sealed record FeedFile(string Path, byte[] Bytes);

/// <summary><c>/sitemap.xml</c> (sitemaps.org, protocol 0.9).</summary>
public static class Sitemap
{
    /// <summary>What the protocol allows in one file.</summary>
    public const int PagesPerFile = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The file, or, for more pages than one may hold, an index and <c>/sitemap-1.xml</c> and so on.</summary>
    public static ImmutableArray<FeedFile> Of(string baseUrl, ImmutableArray<SitemapPage> pages)
    {
        if (pages.Length <= PagesPerFile)
            return [new("/sitemap.xml", Pages(pages.AsSpan()))];
        var files = ImmutableArray.CreateBuilder<FeedFile>();
        for (var from = 0; from < pages.Length; from += PagesPerFile)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/sitemap-{files.Count + 1}.xml");
            files.Add(new(path, Pages(pages.AsSpan(from, Math.Min(PagesPerFile, pages.Length - from)))));
        }
        files.Insert(0, new("/sitemap.xml", Index(baseUrl, [.. files])));
        return files.ToImmutable();
    }

    private static byte[] Pages(ReadOnlySpan<SitemapPage> pages)
    {
        var list = pages.ToArray();
        return FeedText.Xml(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var page in list)
            {
                xml.WriteStartElement("url");
                xml.Element("loc", page.Url);
                if (page.LastModified is { } at)
                    xml.Element("lastmod", FeedText.Moment(at));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }

    private static byte[] Index(string baseUrl, ImmutableArray<FeedFile> files) => FeedText.Xml(xml =>
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        foreach (var file in files)
        {
            xml.WriteStartElement("sitemap");
            xml.Element("loc", baseUrl + file.Path);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });
}
