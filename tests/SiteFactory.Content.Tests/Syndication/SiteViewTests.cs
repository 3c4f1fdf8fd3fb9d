using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using static SiteFactory.Content.Tests.Syndication.Sample;

namespace SiteFactory.Content.Tests.Syndication;

public class SiteViewTests
{
    [Fact]
    public void A_view_sorts_what_is_shown_pending_and_refused()
    {
        var shown = News("metropole", "shown");
        var refused = News("metropole", "refused");
        var pending = Event("jury", "fete", Audience.Everyone);
        var view = SyndicationPlan.For(
            Territory(
                Has("vany").Says(refused, OverlayDecision.Refused).With(News("vany", "own")),
                Has("jury").With(pending, News("jury", "kept")),
                Has("metropole").With(shown, refused)),
            "vany");
        Assert.Equal(["own", "shown"], view.News.Select(n => n.Item.Key).Order());
        Assert.Empty(view.Events);
        Assert.Same(pending, view.Pending.Single().Item);
        Assert.Same(refused, view.Refused.Single().Item);
        Assert.True(view.News.Single(n => n.Item.Key == "own").IsOwn);
        Assert.Equal("Site metropole", view.News.Single(n => !n.IsOwn).Owner.Name);
    }

    [Fact]
    public void Nobody_is_offered_a_draft_and_its_author_keeps_it()
    {
        var draft = News("metropole", "draft") with { Status = PublicationStatus.Draft };
        var snapshot = Territory(Has("vany"), Has("metropole").With(draft));
        Assert.Empty(SyndicationPlan.For(snapshot, "vany").News);
        Assert.Single(SyndicationPlan.For(snapshot, "metropole").News);
        Assert.Equal(["metropole", "vany"], SyndicationPlan.WhereShown(snapshot, draft).Where(p => p.Reason.Verdict == Verdict.Shown).Select(p => p.Site.Key));
    }

    [Fact]
    public void The_overlay_changes_words_unless_the_owner_forbids_it()
    {
        var open = News("metropole", "open") with { Image = "media/a.jpg", ImageAlt = "Un bac" };
        var closed = News("metropole", "closed") with { Overlay = false };
        var view = SyndicationPlan.For(
            Territory(
                Has("vany")
                    .Says(open, null, pinned: true, title: "Chez nous", note: "Salle B", image: "media/b.jpg")
                    .Says(closed, OverlayDecision.Accepted, pinned: true, title: "Chez nous", note: "Salle B"),
                Has("metropole").With(open, closed)),
            "vany");
        var first = view.News.Single(n => n.Item.Key == "open");
        Assert.Equal(("Chez nous", "Salle B", true), (first.Title, first.Note, first.Pinned));
        Assert.Equal(new ShownImage("vany", "media/b.jpg"), first.Image);
        Assert.Null(first.ImageAlt);
        var second = view.News.Single(n => n.Item.Key == "closed");
        Assert.Equal(("closed", null, true), (second.Title, second.Note, second.Pinned));
        Assert.IsType<ShowReason.AcceptedByOverlay>(second.Reason);
    }

    [Theory]
    [InlineData("media/a.jpg", "vany", "media/a.jpg")]
    [InlineData("metropole/media/x/a.jpg", "metropole", "media/x/a.jpg")]
    public void Picture_references_are_relative_to_who_wrote_them(string reference, string site, string path) =>
        Assert.Equal(new ShownImage(site, path), ShownImage.Resolve(reference, "vany"));

    [Fact]
    public void Orders_are_fixed()
    {
        var view = SyndicationPlan.For(
            Territory(Has("vany").With(
                News("vany", "b", date: Day), News("vany", "a", date: Day.PlusDays(1)), News("vany", "c", date: Day),
                Event("vany", "late", start: Day.PlusDays(3)), Event("vany", "early", start: Day),
                Alert("vany", "info"), Alert("vany", "danger") with { Severity = AlertSeverity.Danger })),
            "vany");
        Assert.Equal("a", view.News[0].Item.Key);
        Assert.True(view.News[1].Item.Id.CompareTo(view.News[2].Item.Id) < 0);
        Assert.Equal(["early", "late"], view.Events.Select(e => e.Item.Key));
        Assert.Equal(["danger", "info"], view.Alerts.Select(e => e.Item.Key));
    }

    [Fact]
    public void Two_items_never_share_an_address()
    {
        var view = SyndicationPlan.For(
            Territory(
                Has("vany", Rule("jury", SyndicationMode.Auto), Rule("chesny", SyndicationMode.Auto))
                    .With(News("vany", "rentree"), News("vany", "fete-chesny")),
                Has("jury").With(News("jury", "fete", Audience.Everyone)),
                Has("chesny").With(News("chesny", "fete", Audience.Everyone)),
                Has("metropole").With(News("metropole", "rentree"), News("metropole", "fete"))),
            "vany");
        string Slug(string site, string key) => view.News.Single(n => n.Item.SiteKey == site && n.Item.Key == key).Slug;
        Assert.Equal("rentree", Slug("vany", "rentree"));
        Assert.Equal("rentree-metropole", Slug("metropole", "rentree"));
        Assert.Equal("fete", Slug("metropole", "fete"));
        Assert.Equal("fete-jury", Slug("jury", "fete"));
        Assert.Equal("fete-chesny-2", Slug("chesny", "fete"));
    }

    [Fact]
    public void A_shared_page_stands_where_it_is_mounted_unless_the_place_is_taken()
    {
        var tri = Page("metropole", "environnement/tri", Audience.Everyone, mount: "/dechets/tri");
        var eau = Page("metropole", "eau", Audience.Everyone);
        var rival = Page("jury", "tri", Audience.Everyone, mount: "dechets/tri");
        var snapshot = Territory(
            Has("vany", Rule("jury", SyndicationMode.Auto)).With(Page("vany", "eau"), Page("vany", "dechets/tri") with { Status = PublicationStatus.Draft }),
            Has("jury").With(rival),
            Has("metropole").With(tri, eau));
        var view = SyndicationPlan.For(snapshot, "vany");
        var page = Assert.Single(view.SharedPages);
        Assert.Same(tri, page.Item);
        Assert.Equal("dechets/tri", page.Slug);
        Assert.Equal(new ShowReason.PathTaken("/eau/", "vany"), view.Refused.Single(r => r.Item == eau).Reason);
        Assert.Equal(new ShowReason.PathTaken("/dechets/tri/", "metropole"), view.Refused.Single(r => r.Item == rival).Reason);
        Assert.Equal(
            new ShowReason.PathTaken("/eau/", "vany"),
            SyndicationPlan.WhereShown(snapshot, eau).Single(p => p.Site.Key == "vany").Reason);
    }

    [Fact]
    public void Where_shown_names_every_site_once()
    {
        var news = News("metropole", "a", Zones("nord"));
        var snapshot = Territory(
            Has("vany", Rule("metropole", SyndicationMode.Auto)), Has("chieulles"), Has("jury"), Has("metropole").With(news));
        var placements = SyndicationPlan.WhereShown(snapshot, news);
        Assert.Equal(
            [("metropole", Verdict.Shown), ("chieulles", Verdict.Pending), ("jury", Verdict.NotOffered), ("vany", Verdict.Shown)],
            placements.Select(p => (p.Site.Key, p.Reason.Verdict)));
    }
}
