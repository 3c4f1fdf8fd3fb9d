using SiteFactory.Content.Sheets;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>The service-public.fr sheets of a built site.</summary>
public sealed class SheetTests : IDisposable
{
    private const string Page = "/demarches/fiches/f1-carte-d-identite/";

    private readonly TestTerritory _territory = new();

    public SheetTests()
    {
        _territory.Edit("territory.yaml", "legal:\n", "fiches: [F1, F2]\nlegal:\n");
        Set(Sheet("F1", "Carte d’identité") with
        {
            Description = "Au guichet.",
            Verified = "2026-05-01",
            Theme = "Papiers",
            Content =
            [
                new SheetParagraph { Text = [new SheetReference("F2") { Text = [new SheetText("le passeport")] }, new SheetText(" et "), new SheetReference("F3") { Text = [new SheetText("le livret")] }] },
                new SheetSection { Title = [new SheetText("Duplicata")], Blocks = [new SheetOffice("Mairie", SheetOffice.TownHall, "https://lannuaire.service-public.fr/")] },
            ],
        });
        Set(Sheet("F2", "Passeport") with { Theme = "Papiers", Verified = "2020-05-01" });
        Set(Sheet("F3", "Livret de famille") with { Theme = "Famille" });
    }

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void Only_chosen_sheets_are_built_by_theme()
    {
        var vany = _territory.Built().Site("vany");
        var page = vany.Page("/demarches/fiches/");
        Assert.Equal(["Papiers"], page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Equal(["Carte d’identité", "Passeport"], page.QuerySelectorAll("main h3").Select(h => h.TextContent));
        Assert.True(vany.Has(Page));
        Assert.False(vany.Has("/demarches/fiches/f3-livret-de-famille/"));
    }

    [Fact]
    public void A_site_that_chooses_its_own_has_those_and_no_others()
    {
        _territory.Edit("vany/site.yaml", "portal: metropole }", "portal: metropole, fiches: [F3] }");
        _territory.Edit("jury/site.yaml", "kind: commune", "kind: commune\neServices: { fiches: [] }");
        _territory.Built();
        Assert.True(_territory.Site("vany").Has("/demarches/fiches/f3-livret-de-famille/"));
        Assert.False(_territory.Site("vany").Has(Page));
        Assert.False(_territory.Site("jury").Has("/demarches/fiches/"));
        Assert.DoesNotContain("Fiches pratiques", _territory.Site("jury").Words("/plan-du-site/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_a_page_names_is_built_with_it()
    {
        _territory.Edit("vany/pages/vie-municipale/mairie.md", "Voir [les élus]", "::: fiche {id=F3}\n:::\n\nVoir [les élus]");
        var vany = _territory.Built().Site("vany");
        Assert.Contains("/demarches/fiches/f3-livret-de-famille/", vany.Links("/vie-municipale/mairie/"));
        Assert.True(vany.Has("/demarches/fiches/f3-livret-de-famille/"));
        Assert.False(_territory.Site("jury").Has("/demarches/fiches/f3-livret-de-famille/"));
    }

    [Fact]
    public void Links_between_sheets_stay_on_the_site_when_they_can()
    {
        var links = _territory.Built().Site("vany").Links(Page).ToList();
        Assert.Contains("/demarches/fiches/f2-passeport/", links);
        Assert.Contains("https://www.service-public.fr/particuliers/vosdroits/F3", links);
    }

    [Fact]
    public void The_town_hall_is_each_communes_own_and_nobodys_on_the_metropoles_site()
    {
        _territory.Built();
        Assert.Contains("10 rue Principale", _territory.Site("vany").Words(Page), StringComparison.Ordinal);
        Assert.Contains("2 rue de Metz", _territory.Site("jury").Words(Page), StringComparison.Ordinal);
        Assert.Contains("https://lannuaire.service-public.fr/", _territory.Site("metropole").Links(Page));
    }

    [Fact]
    public void A_sheet_stands_in_sitemap_site_map_and_breadcrumb()
    {
        var vany = _territory.Built().Site("vany");
        Assert.Contains($"https://www.vany.example{Page}", vany.Text("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("/demarches/fiches/", vany.Links("/plan-du-site/"));
        Assert.Equal(["/", "/demarches/", "/demarches/fiches/"], vany.Page(Page).QuerySelectorAll("nav.crumbs a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Au guichet.", vany.Meta(Page, "description"));
    }

    [Fact]
    public void A_sheet_that_was_checked_over_a_year_ago_says_so()
    {
        var vany = _territory.Built().Site("vany");
        Assert.Contains("Fiche à vérifier.", vany.Words("/demarches/fiches/f2-passeport/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Fiche à vérifier.", vany.Words(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_watching_process_sees_a_sheet_that_changed()
    {
        using var generator = _territory.Generator();
        Assert.True(generator.Build().Succeeded);
        Set(Sheet("F2", "Passeport biométrique") with { Theme = "Papiers" });
        Assert.True(generator.Update(["fiches/F2.json"], Sample.At).Succeeded);
        Assert.True(_territory.Site("vany").Has("/demarches/fiches/f2-passeport-biometrique/"));
        Assert.False(_territory.Site("vany").Has("/demarches/fiches/f2-passeport/"));
        Assert.Contains("/demarches/fiches/f2-passeport-biometrique/", _territory.Site("vany").Links(Page));
    }

    [Fact]
    public void A_change_of_hours_renders_the_sheets_that_show_them_and_no_other_sheet()
    {
        _territory.Built();
        var before = _territory.Site("jury").Files();
        _territory.Edit("vany/site.yaml", "Tu 16:30-19:00", "Tu 16:00-19:00");
        _territory.Built();
        Assert.Contains("16 h – 19 h", _territory.Site("vany").Words(Page).Replace("\u2060", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before["demarches/fiches/f1-carte-d-identite/index.html"], _territory.Site("jury").Files()["demarches/fiches/f1-carte-d-identite/index.html"]);
    }

    [Fact]
    public void A_sheet_that_cannot_be_read_stops_no_site()
    {
        _territory.Set("fiches/F2.json", "{\"id\":\"F2\",");
        var report = _territory.Build();
        Assert.All(report.Sites, s => Assert.Equal(SiteOutcome.Built, s.Outcome));
        Assert.Contains(report.Faults, f => f.Code == "bad-sheet");
        Assert.False(_territory.Site("vany").Has("/demarches/fiches/f2-passeport/"));
    }

    private void Set(Sheet sheet) => _territory.Set($"fiches/{sheet.Id}.json", SheetJson.Write(sheet));

    private static Sheet Sheet(string id, string title) => new() { Id = id, Title = title, Kind = "Fiche pratique", Address = OfficialAddress.Of(id) };
}
