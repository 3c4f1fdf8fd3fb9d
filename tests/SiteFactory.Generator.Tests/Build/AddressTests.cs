using System.Text.Json;
using System.Xml.Linq;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>The addresses of items and filtered lists, and files that their readers understand.</summary>
public sealed class AddressTests(SampleSite sample) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("/vie-municipale/")]
    [InlineData("/vie-municipale/mairie/")]
    [InlineData("/actualites/vendanges/")]
    [InlineData("/actualites/theme/culture/")]
    [InlineData("/agenda/fete-du-village/")]
    [InlineData("/agenda/passe/")]
    [InlineData("/agenda/2026-10/")]
    [InlineData("/agenda/2026-11/")]
    [InlineData("/agenda/theme/sport/")]
    [InlineData("/annuaire/mairie/")]
    [InlineData("/documents/deliberations/")]
    [InlineData("/documents/type/deliberations-list/")]
    [InlineData("/agenda/fete-du-village.ics")]
    public void Every_item_and_filtered_list_has_its_address(string address) => Assert.True(sample.Vany.Has(address), address);

    [Theory]
    [InlineData("/actualites/flux.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/opensearch.xml")]
    public void Xml_files_are_well_formed(string address) => Assert.NotNull(XDocument.Parse(sample.Vany.Text(address)).Root);

    [Theory]
    [InlineData("/actualites/flux.json")]
    [InlineData("/annuaire.geojson")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/alertes.json")]
    public void Json_files_parse(string address)
    {
        using var json = JsonDocument.Parse(sample.Vany.Text(address));
        Assert.NotEqual(JsonValueKind.Undefined, json.RootElement.ValueKind);
    }

    [Fact]
    public void Calendars_carry_the_events_and_end_as_the_format_says()
    {
        var agenda = sample.Vany.Text("/agenda/agenda.ics");
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", agenda, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", agenda, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Fête du village", agenda, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TU", agenda, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain("Bal de l’été", agenda, StringComparison.Ordinal);
    }

    [Fact]
    public void Security_contact_is_the_town_halls_and_expires()
    {
        var text = sample.Vany.Text("/.well-known/security.txt");
        Assert.Contains("Contact: mailto:mairie.vany@example.org\n", text, StringComparison.Ordinal);
        Assert.Contains("Expires: 2027-07-01T00:00:00Z\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sitemap_lists_own_pages_and_not_those_of_others()
    {
        var places = XDocument.Parse(sample.Vany.Text("/sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        Assert.Contains("https://www.vany.example/vie-municipale/mairie/", places);
        Assert.DoesNotContain("https://www.vany.example/actualites/collecte/", places);
        Assert.DoesNotContain("https://www.vany.example/404.html", places);
        Assert.DoesNotContain("https://www.vany.example/recherche/", places);
    }

    [Fact]
    public void The_map_file_holds_the_places_that_have_coordinates()
    {
        using var map = JsonDocument.Parse(sample.Vany.Text("/annuaire.geojson"));
        var names = map.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("name").GetString()).ToList();
        Assert.Equal(["Déchèterie du Nord", "Mairie de Vany", "Salle des fêtes"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Links_inside_a_site_and_its_files_all_lead_somewhere()
    {
        foreach (var site in new[] { sample.Metropole, sample.Vany, sample.Jury, sample.Peltre })
        {
            foreach (var page in site.Pages())
            {
                var document = site.Page(page);
                var targets = document.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!)
                    .Concat(document.QuerySelectorAll("[src]").Select(e => e.GetAttribute("src")!))
                    .Where(t => t.StartsWith('/') && !t.StartsWith("//", StringComparison.Ordinal))
                    .Select(t => t.Split('#', '?')[0]);
                Assert.All(targets, t => Assert.True(site.Has(t), $"{site.Folder}{page} → {t}"));
            }
        }
    }

    [Fact]
    public void Old_addresses_are_known_to_whoever_serves()
    {
        using var territory = new TestTerritory();
        territory.Build();
        var redirects = new BuiltSites(territory.Output).ByDomain("www.vany.example")!.Card.Redirects;
        Assert.Equal("/vie-municipale/mairie/", redirects["/mairie.html"]);
        Assert.Equal("/actualites/vendanges/", redirects["/vendanges"]);
    }
}
