using System.Text.Json;
using NodaTime;
using SiteFactory.Generator.Tests.Feeds;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>Collections, menus, works, job offers and rooms on built sites.</summary>
public sealed class EverydayTests : IDisposable
{
    private const string Page = "/quotidien/";

    private readonly TestTerritory _territory = new();

    public EverydayTests()
    {
        _territory.Set("vany/pages/quotidien.md", "---\ntitle: Au quotidien\n---\n::: waste\n:::\n\n::: menus\n:::\n\n::: works\n:::\n\n::: jobs\n:::\n\n::: rooms\n:::\n");
        _territory.Set("vany/collections.yaml", """
            sectors:
              - key: centre
                name: Centre
                streets: [Rue Principale]
                rounds: [{ waste: household, days: [Tu] }, { waste: paper, days: [We], weeks: even }, { waste: glass, days: [Th], monthly: [1, 3] }, { waste: bulky, dates: [2026-10-14] }]
            """);
        _territory.Set("vany/menus.yaml", """
            place: salle
            days:
              - { date: 2026-10-05, dishes: [{ name: Soupe du passé }] }
              - { date: 2026-10-12, dishes: [{ name: Gratin, vegetarian: true, allergens: [milk] }] }
            """);
        _territory.Set("vany/works.yaml", """
            - { title: Rue barrée, kind: closed, from: 2026-10-01, until: 2026-10-13, geo: [49.15, 6.24] }
            - { title: Fibre, from: 2026-11-01, line: [[49.15, 6.24], [49.16, 6.25]] }
            - { title: Fini, from: 2026-09-01, until: 2026-09-30 }
            """);
        _territory.Set("vany/jobs.yaml", """
            - { title: Jardinier, contract: fixed-term, time: full, postedAt: 2026-10-01, deadline: 2026-10-13, file: media/deliberations.pdf, apply: mairie.vany@example.org }
            - { title: Ancien poste, contract: internship, postedAt: 2026-09-01, deadline: 2026-10-01 }
            """);
        _territory.Set("vany/rooms.yaml", """
            rooms:
              - { entry: salle, seated: 120, equipment: [Cuisine], prices: [{ label: Habitants, price: 210 euros }] }
            """);
    }

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void What_is_over_is_gone_and_what_is_to_come_is_there()
    {
        var words = _territory.Built().Site("vany").Words(Page);
        Assert.All((string[])["Mardi 13 octobre", "Encombrants", "Tous les mercredis des semaines paires", "Les premier et troisième jeudis du mois", "Gratin", "Allergènes : lait", "Rue barrée", "Fibre", "Jardinier"], w => Assert.Contains(w, words, StringComparison.Ordinal));
        Assert.All((string[])["Soupe du passé", "Fini", "Ancien poste"], w => Assert.DoesNotContain(w, words, StringComparison.Ordinal));
        var later = _territory.Built(Instant.FromUtc(2026, 10, 14, 8, 0)).Site("vany").Words(Page);
        Assert.All((string[])["Mardi 13 octobre", "Rue barrée", "Jardinier"], w => Assert.DoesNotContain(w, later, StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_later_only_the_pages_that_count_days_change()
    {
        var before = _territory.Built(Instant.FromUtc(2026, 10, 14, 8, 0)).Site("vany").Files();
        var after = _territory.Built(Instant.FromUtc(2026, 10, 15, 8, 0)).Site("vany").Files();
        Assert.Equal(["quotidien/index.html"], before.Where(f => !after[f.Key].AsSpan().SequenceEqual(f.Value)).Select(f => f.Key).Where(f => !f.Contains("agenda", StringComparison.Ordinal) && f != ".well-known/security.txt"));
    }

    [Fact]
    public void A_sectors_calendar_is_valid_and_reminds_the_evening_before()
    {
        var calendar = Ics.Parse(_territory.Built().Site("vany").Files()["collectes/centre.ics"]);
        var events = calendar.All("VEVENT").ToList();
        Assert.True(events.Count > 100);
        Assert.Equal(events.Count, events.Select(e => e["UID"].Value).Distinct().Count());
        var bulky = Assert.Single(events, e => e["SUMMARY"].Text == "Collecte\u00a0: encombrants");
        Assert.Equal(("20261014", "20261015"), (bulky["DTSTART"].Value, bulky["DTEND"].Value));
        Assert.Equal("-PT5H", Assert.Single(bulky.All("VALARM"))["TRIGGER"].Value);
        Assert.Contains("/collectes/centre.ics", _territory.Site("vany").Links(Page));
    }

    [Fact]
    public void Works_are_map_data_too()
    {
        using var map = JsonDocument.Parse(_territory.Built().Site("vany").Text("/travaux.geojson"));
        var features = map.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(["Point", "LineString"], features.Select(f => f.GetProperty("geometry").GetProperty("type").GetString()));
        Assert.Equal([6.24, 49.15], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(c => c.GetDouble()));
        Assert.Equal("2026-10-13", features[0].GetProperty("properties").GetProperty("until").GetString());
    }

    [Fact]
    public void A_job_offer_is_a_posting_for_machines()
    {
        var job = _territory.Built().Site("vany").Page(Page).QuerySelector("[itemtype='https://schema.org/JobPosting']")!;
        Assert.Equal("Jardinier", job.QuerySelector("[itemprop=title]")!.TextContent);
        Assert.Equal("2026-10-01", job.QuerySelector("[itemprop=datePosted]")!.GetAttribute("datetime"));
        Assert.Equal("2026-10-13", job.QuerySelector("[itemprop=validThrough]")!.GetAttribute("datetime"));
        Assert.Equal("TEMPORARY", job.QuerySelector("[itemprop=employmentType]")!.GetAttribute("value"));
        Assert.NotNull(job.QuerySelector("[itemprop=hiringOrganization] [itemprop=name]"));
        Assert.Equal("Vany", job.QuerySelector("[itemprop=addressLocality]")!.TextContent);
        Assert.Equal("mailto:mairie.vany@example.org", job.QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
    }

    [Fact]
    public void A_rooms_request_goes_through_the_portal_and_names_the_room()
    {
        var book = _territory.Built().Site("vany").Page(Page).QuerySelector(".w-room .sf-button")!.GetAttribute("href")!;
        Assert.Contains("reservation-salle", book, StringComparison.Ordinal);
        Assert.Contains("salle=salle", book, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_metropole_says_of_a_commune_stands_on_its_site_alone()
    {
        _territory.Remove("vany/collections.yaml");
        _territory.Set("metropole/collections.yaml", "sectors: [{ key: vany, name: Tout Vany, sites: [vany], rounds: [{ waste: glass, days: [We] }] }, { key: jury, name: Tout Jury, sites: [jury], rounds: [] }]\n");
        _territory.Set("metropole/works.yaml", "- { title: Grand chantier, from: 2026-10-01, sites: [vany] }\n");
        _territory.Built();
        var words = _territory.Site("vany").Words(Page);
        Assert.Contains("Tout Vany", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tout Jury", words, StringComparison.Ordinal);
        Assert.Contains("Annoncé par Metz Métropole", words, StringComparison.Ordinal);
        Assert.False(_territory.Site("jury").Has("/travaux.geojson"));
        Assert.True(_territory.Site("metropole").Has("/collectes/jury.ics"));
    }

    [Fact]
    public void A_watching_process_sees_a_changed_menu()
    {
        using var generator = _territory.Generator();
        Assert.True(generator.Build().Succeeded);
        _territory.Edit("vany/menus.yaml", "Gratin", "Lasagnes");
        Assert.True(generator.Update(["vany/menus.yaml"], Sample.At).Succeeded);
        Assert.Contains("Lasagnes", _territory.Site("vany").Words(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Closures_of_the_town_hall_are_told_wherever_its_hours_are()
    {
        var vany = _territory.Built().Site("vany");
        const string closure = "Fermeture de fin d’année";
        Assert.All((string[])["/", "/contact/", "/annuaire/mairie/", "/annuaire/"], p => Assert.Contains(closure, vany.Words(p), StringComparison.Ordinal));
        Assert.Contains(closure, BuiltSite.Words(vany.Page(Page).QuerySelector("footer")!), StringComparison.Ordinal);
        Assert.Contains("x 2026-12-24/2026-12-31 Fermeture%20de%20fin%20d’année", vany.Page("/contact/").QuerySelector("main [data-hours]")!.GetAttribute("data-hours"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/contact/")]
    [InlineData("/annuaire/mairie/")]
    public void Machines_are_told_of_closures_apart_from_the_week(string path)
    {
        using var json = JsonDocument.Parse(_territory.Built().Site("vany").Page(path).QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.All(json.RootElement.GetProperty("openingHoursSpecification").EnumerateArray(), s => Assert.False(s.TryGetProperty("validFrom", out _)));
        var special = Assert.Single(json.RootElement.GetProperty("specialOpeningHoursSpecification").EnumerateArray());
        Assert.Equal(("2026-12-24", "2026-12-31", "00:00", "00:00"), (special.GetProperty("validFrom").GetString(), special.GetProperty("validThrough").GetString(), special.GetProperty("opens").GetString(), special.GetProperty("closes").GetString()));
    }
}
