using SiteFactory.Content.Faults;
using SiteFactory.Generator.Tests.Build;

namespace SiteFactory.Generator.Tests.Check;

/// <summary>Faults that a visitor would meet, found before the site is served.</summary>
public sealed class LinkCheckTests : IDisposable
{
    private const string Elus = "vany/pages/vie-municipale/elus.md";
    private readonly TestTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void A_dead_link_is_an_error_with_its_line_and_a_suggestion()
    {
        _territory.Edit(Elus, "Quinze élus", "Un paragraphe.\n\nVoir [la mairie](/municipale/mairie/).\n\nQuinze élus");
        var fault = Single("dead-link");
        Assert.Equal((Elus, 7, "vany"), (fault.File, fault.Line, fault.Site));
        Assert.Contains("/municipale/mairie/", fault.Message, StringComparison.Ordinal);
        Assert.Contains("/vie-municipale/mairie/", fault.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_that_of_the_link_and_not_of_a_longer_one()
    {
        _territory.Edit(Elus, "Quinze élus", "[bon](/vie-municipale/mairie/)\n\n[mauvais](/vie-municipale/mai)\n\nQuinze élus");
        Assert.Equal(7, Single("dead-link").Line);
    }

    [Fact]
    public void A_dead_anchor_is_an_error_in_this_page_and_in_another()
    {
        _territory.Edit(Elus, "#horaires", "#ouverture");
        Assert.Equal(5, Single("dead-anchor").Line);
        _territory.Edit(Elus, "/vie-municipale/mairie/#ouverture", "#ici");
        Assert.Equal(5, Single("dead-anchor").Line);
    }

    [Fact]
    public void A_page_that_goes_away_breaks_the_link_of_a_page_that_did_not_change()
    {
        _territory.Built();
        _territory.Remove(Elus);
        var fault = Single("dead-link");
        Assert.Equal(("vany/pages/vie-municipale/mairie.md", 10), (fault.File, fault.Line));
        Assert.True(_territory.Site("vany").Has("/vie-municipale/elus/"));
    }

    [Fact]
    public void An_anchor_that_goes_away_breaks_the_link_of_a_page_that_did_not_change()
    {
        _territory.Built();
        _territory.Edit("vany/pages/vie-municipale/mairie.md", "## Horaires", "## Accueil du public");
        _territory.Edit("vany/pages/vie-municipale/mairie.md", " et [plus bas](#horaires)", "");
        Assert.Equal(Elus, Single("dead-anchor").File);
    }

    [Fact]
    public void A_process_that_stays_finds_what_went_away_and_what_came_back()
    {
        using var watching = _territory.Generator();
        Assert.True(watching.Build().Succeeded);
        const string Hall = "vany/pages/vie-municipale/mairie.md";
        var (hall, council) = (_territory.Get(Hall), _territory.Get(Elus));
        _territory.Edit(Hall, "## Horaires", "## Accueil du public");
        _territory.Edit(Hall, " et [plus bas](#horaires)", "");
        Assert.Equal(["dead-anchor"], Wrong(Hall));
        _territory.Set(Hall, hall);
        Assert.Empty(Wrong(Hall));
        _territory.Remove(Elus);
        Assert.Equal(["dead-link"], Wrong(Elus));
        Assert.Equal(["dead-link"], Wrong("vany/site.yaml"));
        _territory.Set(Elus, council);
        Assert.Empty(Wrong(Elus));

        IEnumerable<string> Wrong(string changed) => watching.Update([changed], Sample.At).Faults.Where(f => f.Severity == FaultSeverity.Error).Select(f => f.Code);
    }

    [Fact]
    public void A_moved_page_is_found_at_its_old_address()
    {
        _territory.Edit(Elus, "/vie-municipale/mairie/#horaires", "/mairie.html");
        Assert.True(_territory.Build().Succeeded);
    }

    [Fact]
    public void A_menu_entry_that_leads_nowhere_is_an_error()
    {
        _territory.Set("vany/site.yaml", _territory.Get("vany/site.yaml") + "navigation:\n  - { label: Perdu, page: vie-municipale/perdue }\n");
        var report = _territory.Build();
        Assert.False(report.Succeeded);
        Assert.Contains(report.Faults, f => f.File == "vany/site.yaml" && f.Message.Contains("perdue", StringComparison.Ordinal));
    }

    [Fact]
    public void An_alert_that_leads_nowhere_is_an_error()
    {
        _territory.Edit("vany/alerts/coupure-eau.md", "/vie-municipale/mairie/", "/vie-municipale/perdue/");
        var fault = Single("dead-link");
        Assert.Equal("vany/alerts/coupure-eau.md", fault.File);
    }

    [Theory]
    [InlineData("## Un\n\n#### Deux\n", "heading-skipped")]
    [InlineData("![](media/blason.svg)\n", "picture-without-alt")]
    public void Structure_and_pictures_without_text_are_told(string body, string code)
    {
        _territory.Set("vany/media/media.yaml", "- { file: blason.svg, credit: Commune de Vany }\n- { file: deliberations.pdf }\n");
        _territory.Set("vany/pages/essai.md", $"---\ntitle: Essai\n---\n{body}");
        var report = _territory.Build();
        Assert.True(report.Faults.Count(f => f.Code == code && f.File == "vany/pages/essai.md") == 1, TestTerritory.Describe(report));
    }

    [Fact]
    public void A_decorative_picture_needs_no_text()
    {
        _territory.Set("vany/media/media.yaml", "- { file: blason.svg, decorative: true }\n- { file: deliberations.pdf }\n");
        _territory.Set("vany/pages/essai.md", "---\ntitle: Essai\n---\n![](media/blason.svg)\n");
        var report = _territory.Build();
        Assert.DoesNotContain(report.Faults, f => f.File == "vany/pages/essai.md");
    }

    private Fault Single(string code)
    {
        var report = _territory.Build();
        var errors = report.Faults.Where(f => f.Severity == FaultSeverity.Error).ToList();
        Assert.True(errors.Count == 1 && errors[0].Code == code, TestTerritory.Describe(report));
        Assert.Equal(SiteOutcome.Refused, report.Sites.Single(s => s.Key == "vany").Outcome);
        return errors[0];
    }
}
