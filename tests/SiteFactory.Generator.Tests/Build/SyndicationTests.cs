namespace SiteFactory.Generator.Tests.Build;

/// <summary>What others wrote, on the sites that show it.</summary>
public sealed class SyndicationTests(SampleSite sample) : IClassFixture<SampleSite>
{
    private const string Collecte = "/actualites/collecte/";
    private const string Home = "https://www.metzmetropole.example";

    [Theory]
    [InlineData("/actualites/collecte/")]
    [InlineData("/agenda/nuit-blanche/")]
    [InlineData("/annuaire/decheterie/")]
    [InlineData("/dechets/")]
    [InlineData("/dechets/compost/")]
    public void A_shown_item_has_its_page_whose_canonical_is_the_owners(string address)
    {
        Assert.Equal(Home + address, sample.Vany.Canonical(address));
        Assert.Equal(Home + address, sample.Metropole.Canonical(address));
    }

    [Theory]
    [InlineData("/actualites/collecte/")]
    [InlineData("/agenda/nuit-blanche/")]
    [InlineData("/annuaire/decheterie/")]
    [InlineData("/dechets/")]
    public void A_badge_names_the_owner_and_leads_there(string address)
    {
        var badge = Assert.Single(
            sample.Vany.Page(address).QuerySelectorAll("main a[href]"),
            a => a.GetAttribute("href") == Home + address);
        Assert.Contains("Metz Métropole", BuiltSite.Words(badge), StringComparison.Ordinal);
        Assert.DoesNotContain(sample.Metropole.Links(address), l => l == Home + address);
    }

    [Fact]
    public void Links_in_a_shown_item_lead_to_its_owner()
    {
        Assert.Contains(Home + "/tribune/", sample.Vany.Links(Collecte));
        Assert.Contains("/tribune/", sample.Metropole.Links(Collecte));
        Assert.Contains("https://www.jury.example/ecole/", sample.Vany.Links("/actualites/rentree/"));
    }

    [Fact]
    public void Links_in_a_shared_page_stay_where_they_can()
    {
        var links = sample.Vany.Links("/dechets/").ToList();
        Assert.Contains("/dechets/compost/", links);
        Assert.Contains("/actualites/", links);
        Assert.Contains(Home + "/tribune/", links);
        Assert.Contains(Home + "/dechets/compost/", sample.Jury.Links("/dechets/"));
    }

    [Fact]
    public void Shared_pages_stand_in_the_tree_of_the_zone_they_are_for()
    {
        Assert.Contains("/dechets/", sample.Vany.Links("/", "header"));
        Assert.True(sample.Vany.Has("/dechets/compost/"));
        Assert.True(sample.Jury.Has("/dechets/"));
        Assert.False(sample.Jury.Has("/dechets/compost/"));
    }

    [Fact]
    public void Rules_decide_what_is_shown()
    {
        Assert.True(sample.Jury.Has(Collecte));
        Assert.False(sample.Jury.Has("/actualites/concert/"));
        Assert.True(sample.Vany.Has("/agenda/brocante/"));
        Assert.True(sample.Metropole.Has("/agenda/fete-du-village/"));
        Assert.False(sample.Jury.Has("/agenda/fete-du-village/"));
        Assert.False(sample.Peltre.Has("/actualites/rentree/"));
        Assert.False(sample.Vany.Has("/tribune/"));
    }

    [Fact]
    public void A_local_note_is_shown_where_it_was_written()
    {
        Assert.Contains("À Vany, le mardi.", sample.Vany.Words(Collecte), StringComparison.Ordinal);
        Assert.DoesNotContain("À Vany", sample.Jury.Words(Collecte), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pinned_item_comes_first_on_the_home_page()
    {
        var news = sample.Vany.Links("/").Where(l => l is Collecte or "/actualites/concert/");
        Assert.Equal(Collecte, news.First());
        var elsewhere = sample.Metropole.Links("/").Where(l => l is Collecte or "/actualites/concert/");
        Assert.Equal("/actualites/concert/", elsewhere.First());
    }

    [Fact]
    public void Alerts_reach_their_zone_and_lead_to_their_owner()
    {
        Assert.Contains("Crue de la Moselle", sample.Vany.Text("/contact/"), StringComparison.Ordinal);
        Assert.Contains(Home + "/tribune/", sample.Vany.Links("/contact/", "body"));
        Assert.DoesNotContain("Crue de la Moselle", sample.Jury.Text("/contact/"), StringComparison.Ordinal);
        Assert.Contains("Coupure d’eau", sample.Vany.Text("/"), StringComparison.Ordinal);
        Assert.Contains("Crue de la Moselle", sample.Vany.Text("/alertes.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_items_of_one_name_have_an_address_each()
    {
        using var territory = new TestTerritory();
        territory.Set("vany/news/2026-10-05-concert.md", "---\ntitle: Le concert d’ici\ndate: 2026-10-05\n---\n");
        territory.Built();
        var vany = territory.Site("vany");
        Assert.Contains("Le concert d’ici", vany.Words("/actualites/concert/"), StringComparison.Ordinal);
        Assert.Equal(Home + "/actualites/concert/", vany.Canonical("/actualites/concert-metropole/"));
    }
}
