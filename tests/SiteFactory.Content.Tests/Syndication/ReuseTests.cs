using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using static SiteFactory.Content.Tests.Syndication.Sample;

namespace SiteFactory.Content.Tests.Syndication;

public class ReuseTests
{
    private static readonly TerritorySnapshot Before = Territory(
        Has("vany").With(News("vany", "a"), Event("vany", "e")),
        Has("jury").With(News("jury", "a"), Event("jury", "e", Sites("vany"))),
        Has("metropole").With(News("metropole", "m"), Event("metropole", "me"), Entry("metropole", "d")));

    private static TerritorySnapshot Replace(SiteContent content) =>
        Before with { Sites = Before.Sites.SetItem(content.Site.Key, content) };

    [Fact]
    public void What_others_keep_to_themselves_leaves_the_view_untouched()
    {
        var index = SyndicationIndex.Of(Before);
        var view = SyndicationPlan.For(index, "vany");
        var after = SyndicationIndex.Of(Replace(Before.Sites["jury"].With(News("jury", "b"))), index);
        Assert.Same(view, SyndicationPlan.For(after, "vany", view));
    }

    [Fact]
    public void A_change_touches_the_lists_it_concerns_only()
    {
        var index = SyndicationIndex.Of(Before);
        var view = SyndicationPlan.For(index, "vany");
        var after = SyndicationIndex.Of(Replace(Before.Sites["metropole"].With(News("metropole", "n"))), index);
        var next = SyndicationPlan.For(after, "vany", view);
        Assert.NotSame(view, next);
        Assert.Equal(3, next.News.Length);
        Assert.True(view.Events == next.Events);
        Assert.True(view.Alerts == next.Alerts);
        Assert.True(view.Pending == next.Pending);
        Assert.True(view.Pages == next.Pages);
    }

    [Fact]
    public void A_view_made_with_a_previous_one_says_the_same_as_a_fresh_one()
    {
        var index = SyndicationIndex.Of(Before);
        var previous = SyndicationPlan.For(index, "vany");
        var changed = Before.Sites["metropole"] with { Events = [Event("metropole", "me") with { Title = "Nouveau titre" }] };
        var reused = SyndicationPlan.For(SyndicationIndex.Of(Replace(changed), index), "vany", previous);
        var fresh = SyndicationPlan.For(Replace(changed), "vany");
        Assert.Equal(fresh.Events.Select(e => e.Title), reused.Events.Select(e => e.Title));
        Assert.Equal(fresh.News.Select(e => e.Item.Id), reused.News.Select(e => e.Item.Id));
    }

    [Fact]
    public void A_renamed_owner_is_seen()
    {
        var index = SyndicationIndex.Of(Before);
        var view = SyndicationPlan.For(index, "vany");
        var metropole = Before.Sites["metropole"];
        var after = SyndicationIndex.Of(Replace(metropole with { Site = metropole.Site with { Name = "Eurométropole" } }), index);
        var next = SyndicationPlan.For(after, "vany", view);
        Assert.Contains(next.News, n => n.Owner.Name == "Eurométropole");
    }

    [Fact]
    public void The_cost_of_a_view_is_what_the_site_owns_and_is_offered()
    {
        // 500 sites of 40 news each: a view that walked the territory would see 20,000 items.
        var sites = Enumerable.Range(0, 500).Select(i => Has($"c{i:000}").With([.. Enumerable.Range(0, 40).Select(n => News($"c{i:000}", $"n{n}"))]));
        var index = SyndicationIndex.Of(Territory([.. sites, Has("metropole").With(News("metropole", "m"))]));
        Assert.Single(index.InputsOf("c007").Offers);
    }
}
