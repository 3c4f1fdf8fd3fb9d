using SiteFactory.Content.Faults;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>Promise 8: one commune's bad content never stops another commune's site.</summary>
public sealed class BrokenContentTests : IDisposable
{
    private readonly TestTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void A_broken_commune_keeps_its_old_site_and_the_others_get_their_new_one()
    {
        _territory.Built();
        var before = _territory.Site("vany").Files();
        _territory.Edit("metropole/news/2026-10-05-concert.md", "title: Un concert", "title: Un grand concert");
        _territory.Edit("vany/news/2026-10-08-vendanges.md", "date: 2026-10-08T09:30", "date: hier");
        _territory.Edit("vany/events/yoga.md", "FREQ=WEEKLY", "FREQ=PARFOIS");
        _territory.Edit("vany/pages/vie-municipale/elus.md", "order: 1", "ordre: 1");

        var report = _territory.Build();

        Assert.False(report.Succeeded);
        Assert.Equal(SiteOutcome.Refused, report.Sites.Single(s => s.Key == "vany").Outcome);
        Assert.Equal(SiteOutcome.Built, report.Sites.Single(s => s.Key == "metropole").Outcome);
        Assert.All(report.Sites.Where(s => s.Key != "vany"), s => Assert.NotEqual(SiteOutcome.Refused, s.Outcome));
        Assert.Contains("Un grand concert", _territory.Site("metropole").Words("/actualites/"), StringComparison.Ordinal);
        Assert.Equal(before, _territory.Site("vany").Files());
        var faults = report.Faults.Where(f => f.Severity == FaultSeverity.Error).Select(f => (f.File, f.Line));
        Assert.Equal(
            [("vany/events/yoga.md", 5), ("vany/news/2026-10-08-vendanges.md", 4), ("vany/pages/vie-municipale/elus.md", 3)],
            faults.OrderBy(f => f.File, StringComparer.Ordinal).Select(f => (f.File, f.Line!.Value)));
    }

    [Fact]
    public void Once_mended_a_commune_is_built_again()
    {
        _territory.Built();
        using var generator = _territory.Generator();
        generator.Build();
        _territory.Edit("vany/pages/vie-municipale/elus.md", "order: 1", "ordre: 1");
        Assert.False(generator.Update(["vany/pages/vie-municipale/elus.md"], Sample.At).Succeeded);
        _territory.Edit("vany/pages/vie-municipale/elus.md", "ordre: 1", "order: 3");
        var report = generator.Update(["vany/pages/vie-municipale/elus.md"], Sample.At);
        Assert.True(report.Succeeded, TestTerritory.Describe(report));
        Assert.Equal(SiteOutcome.Built, report.Sites.Single(s => s.Key == "vany").Outcome);
    }

    [Fact]
    public void A_broken_territory_switches_nothing()
    {
        _territory.Built();
        var before = _territory.Site("vany").Files();
        var releases = Directory.GetDirectories(Path.Combine(_territory.Output, ".releases", "www.vany.example"));
        _territory.Set("territory.yaml", "name: [\n");
        var report = _territory.Build();
        Assert.False(report.Succeeded);
        Assert.Contains(report.Faults, f => f is { File: "territory.yaml", Severity: FaultSeverity.Error, Line: > 0 });
        Assert.Equal(before, _territory.Site("vany").Files());
        Assert.Equal(releases, Directory.GetDirectories(Path.Combine(_territory.Output, ".releases", "www.vany.example")));
    }

    [Fact]
    public void A_shared_page_that_wants_a_system_address_stops_nobody_else()
    {
        _territory.Edit("metropole/pages/dechets/compost.md", "title: Compost", "title: Compost\nmount: /contact");
        var report = _territory.Build();
        Assert.All(report.Sites.Where(s => s.Key != "metropole"), s => Assert.True(s.Outcome == SiteOutcome.Built, TestTerritory.Describe(report)));
    }

    [Fact]
    public void A_colour_that_cannot_be_read_is_refused_with_another_in_its_place()
    {
        _territory.Edit("vany/site.yaml", "#00707a", "#fff59d");
        var report = _territory.Build();
        var fault = Assert.Single(report.Faults, f => f.Severity == FaultSeverity.Error);
        Assert.Equal(("vany/site.yaml", "brand.accent"), (fault.File, fault.Key));
        Assert.Contains("#", fault.Cure, StringComparison.Ordinal);
    }
}
