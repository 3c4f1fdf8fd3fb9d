using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>The addresses that docs/content-format.md promises of every site: the métropole's, a full one, and one that has nothing yet.</summary>
public sealed class PromisedAddressTests(SampleSite sample) : IClassFixture<SampleSite>
{
    private const string Html = "text/html; charset=utf-8";
    private const string HtmlStart = "<!DOCTYPE html>";
    private const string XmlStart = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// <summary>Address, media type, the bytes that such a file begins with, a word that it holds.</summary>
    public static TheoryData<string, string, string, string> Promised => new()
    {
        { "/", Html, HtmlStart, "</html>" },
        { "/actualites/", Html, HtmlStart, "</html>" },
        { "/agenda/", Html, HtmlStart, "</html>" },
        { "/annuaire/", Html, HtmlStart, "</html>" },
        { "/documents/", Html, HtmlStart, "</html>" },
        { "/demarches/", Html, HtmlStart, "</html>" },
        { "/demarches/suivre/", Html, HtmlStart, "</html>" },
        { "/demarches/ecran-d-accueil/", Html, HtmlStart, "</html>" },
        { "/carte/", Html, HtmlStart, "</html>" },
        { "/recherche/", Html, HtmlStart, "</html>" },
        { "/plan-du-site/", Html, HtmlStart, "</html>" },
        { "/accessibilite/", Html, HtmlStart, "</html>" },
        { "/mentions-legales/", Html, HtmlStart, "</html>" },
        { "/donnees-personnelles/", Html, HtmlStart, "</html>" },
        { "/contact/", Html, HtmlStart, "</html>" },
        { "/hors-connexion/", Html, HtmlStart, "</html>" },
        { "/404.html", Html, HtmlStart, "</html>" },
        { "/sitemap.xml", "application/xml; charset=utf-8", XmlStart, "<urlset" },
        { "/robots.txt", "text/plain; charset=utf-8", "User-agent: *\n", "\nSitemap: https://" },
        { "/actualites/flux.xml", "application/atom+xml; charset=utf-8", XmlStart, "<feed" },
        { "/actualites/flux.json", "application/feed+json", "{", "\"https://jsonfeed.org/version/1.1\"" },
        { "/agenda/agenda.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\n", "\r\nEND:VCALENDAR\r\n" },
        { "/annuaire.geojson", "application/geo+json", "{", "\"FeatureCollection\"" },
        { "/manifest.webmanifest", "application/manifest+json", "{", "\"start_url\"" },
        { "/alertes.json", "application/json", "{", "\"alerts\"" },
        { "/demarches.json", "application/json", "{", "\"services\"" },
        { "/.well-known/security.txt", "text/plain; charset=utf-8", "Contact: ", "\nExpires: " },
        { "/opensearch.xml", "application/xml; charset=utf-8", XmlStart, "<OpenSearchDescription" },
        { "/sw.js", "text/javascript; charset=utf-8", "", "addEventListener" },
        { "/widgets/sf.js", "text/javascript; charset=utf-8", "", "customElements" },
    };

    private BuiltSite[] Sites => [sample.Metropole, sample.Vany, sample.Jury, sample.Peltre];

    [Theory]
    [MemberData(nameof(Promised))]
    public void Every_site_answers_with_the_right_kind_of_file(string address, string type, string start, string holds)
    {
        Assert.Equal(type, ContentTypes.Of(address.EndsWith('/') ? address + "index.html" : address));
        foreach (var site in Sites)
        {
            Assert.True(site.Has(address), $"{site.Folder}{address}");
            var text = site.Text(address);
            Assert.True(text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && text.Contains(holds, StringComparison.Ordinal), $"{site.Folder}{address} begins {text[..Math.Min(120, text.Length)]}");
        }
    }

    [Fact]
    public void Every_event_has_its_page_and_its_calendar_on_every_site_that_shows_it()
    {
        var calendars = Sites.SelectMany(s => s.Files().Keys.Where(f => f.StartsWith("agenda/", StringComparison.Ordinal) && f.EndsWith(".ics", StringComparison.Ordinal) && f != "agenda/agenda.ics").Select(f => (Site: s, Event: f[..^4]))).ToList();
        Assert.NotEmpty(calendars);
        Assert.All(calendars, c => Assert.True(c.Site.Has($"/{c.Event}/"), $"{c.Site.Folder}/{c.Event}/"));
        var linked = Sites.SelectMany(s => s.Links("/agenda/").Where(l => l.StartsWith("/agenda/", StringComparison.Ordinal) && !l.StartsWith("/agenda/theme/", StringComparison.Ordinal) && !l.StartsWith("/agenda/20", StringComparison.Ordinal) && l.EndsWith('/') && l != "/agenda/").Select(l => (Site: s, Address: l)));
        Assert.All(linked, l => Assert.True(l.Site.Has(l.Address.TrimEnd('/') + ".ics"), $"{l.Site.Folder}{l.Address}"));
    }
}
