namespace SiteFactory.Generator.Tests.Build;

/// <summary>What a process that stays must not remember too long; and what directives of others' content show.</summary>
public sealed class WatchingTests : IDisposable
{
    private readonly TestTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void When_the_owner_moves_to_another_domain_links_follow()
    {
        Watch(
            ["metropole/site.yaml"],
            () => _territory.Edit("metropole/site.yaml", "www.metzmetropole.example", "www.metz.example"));
        Assert.Contains("https://www.metz.example/tribune/", _territory.Site("vany").Links("/actualites/collecte/"));
    }

    [Fact]
    public void A_list_in_a_shown_item_follows_what_a_third_site_wrote()
    {
        _territory.Edit("metropole/news/2026-10-05-concert.md", "De la musique partout.", "De la musique partout.\n\n::: events {limit=5}\n:::");
        _territory.Edit("jury/site.yaml", "{ from: metropole, kinds: [news], mode: never }", "{ from: metropole, kinds: [news], mode: auto }");
        Watch(
            ["vany/events/fete-du-village.md"],
            () => _territory.Edit("vany/events/fete-du-village.md", "title: Fête du village", "title: Fête patronale"));
        Assert.Contains("Fête patronale", _territory.Site("jury").Words("/actualites/concert/"), StringComparison.Ordinal);
        Assert.Contains("https://www.metzmetropole.example/agenda/fete-du-village/", _territory.Site("jury").Links("/actualites/concert/"));
    }

    [Fact]
    public void A_list_in_a_shown_item_follows_what_its_owner_accepts()
    {
        _territory.Edit("metropole/news/2026-10-05-concert.md", "De la musique partout.", "De la musique partout.\n\n::: events {limit=5}\n:::");
        _territory.Edit("jury/site.yaml", "{ from: metropole, kinds: [news], mode: never }", "{ from: metropole, kinds: [news], mode: auto }");
        _territory.Edit("peltre/site.yaml", "kind: commune", "kind: commune\nsyndication: []");
        _territory.Edit("metropole/site.yaml", "mode: auto }", "mode: auto }\n  - { from: peltre, kinds: [event], mode: auto }");
        const string Event = "peltre/events/moisson.md";
        Watch([Event], () => _territory.Set(Event, "---\ntitle: Fête de la moisson\nstart: 2026-10-12T10:00\naudience: { sites: [metropole] }\n---\n"));
        Assert.Contains("Fête de la moisson", _territory.Site("jury").Words("/actualites/concert/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_a_shared_page_shows_this_site_and_stays_on_it()
    {
        _territory.Edit("metropole/pages/dechets/index.md", "Voir ", "::: news {limit=9}\n:::\n\n::: documents {limit=2}\n:::\n\nVoir ");
        _territory.Built();
        var links = _territory.Site("vany").Links("/dechets/").ToList();
        Assert.Contains("/actualites/vendanges/", links);
        Assert.Contains("/documents/deliberations/", links);
        Assert.DoesNotContain("https://www.metzmetropole.example/actualites/vendanges/", links);
    }

    [Fact]
    public void Documents_in_a_shown_item_are_those_of_its_owner()
    {
        _territory.Edit("vany/events/fete-du-village.md", "Deux jours de fête.", "::: documents {limit=2}\n:::");
        _territory.Built();
        var links = _territory.Site("metropole").Links("/agenda/fete-du-village/");
        Assert.Contains("https://www.vany.example/documents/deliberations/", links);
    }

    /// <summary>Builds, changes, builds again in the same process, and compares with a clean build.</summary>
    private void Watch(string[] changed, Action change)
    {
        using var watching = _territory.Generator();
        var first = watching.Build();
        Assert.True(first.Succeeded, TestTerritory.Describe(first));
        change();
        var report = watching.Update(changed, Sample.At);
        Assert.True(report.Succeeded, TestTerritory.Describe(report));
        var folder = _territory.Folder("clean");
        foreach (var site in _territory.Build(output: folder).Sites)
        {
            var expected = new BuiltSite(Path.Combine(folder, site.Domain)).Files();
            var actual = new BuiltSite(Path.Combine(_territory.Output, site.Domain)).Files();
            Assert.Equal(expected.Keys, actual.Keys);
            Assert.All(expected, f => Assert.True(f.Value.AsSpan().SequenceEqual(actual[f.Key]), $"{site.Key}/{f.Key}"));
        }
    }
}
