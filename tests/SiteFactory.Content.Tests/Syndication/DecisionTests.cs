using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using static SiteFactory.Content.Tests.Syndication.Sample;

namespace SiteFactory.Content.Tests.Syndication;

public class DecisionTests
{
    private static ShowReason ReasonAtVany(SiteContent vany, SiteContent owner, ContentItem item) =>
        SyndicationPlan.WhereShown(Territory(vany, owner), item).Single(p => p.Site.Key == "vany").Reason;

    private static ShowReason ReasonAtVany(ContentItem item, params SubscriptionRule[] rules) =>
        ReasonAtVany(Has("vany", rules), Has(item.SiteKey).With(item), item);

    [Fact]
    public void An_own_item_is_shown_whatever_the_rules() =>
        Assert.IsType<ShowReason.Own>(SyndicationPlan.For(
            Territory(Has("vany", Rule("vany", SyndicationMode.Never)).With(News("vany", "a"))), "vany").News.Single().Reason);

    [Fact]
    public void Without_audience_a_commune_keeps_its_news() =>
        Assert.IsType<ShowReason.NotInAudience>(ReasonAtVany(News("jury", "a"), Rule("jury", SyndicationMode.Auto)));

    [Fact]
    public void Without_audience_the_metropole_tells_all() =>
        Assert.IsType<ShowReason.DefaultMetropoleToAll>(ReasonAtVany(News("metropole", "a")));

    [Fact]
    public void Without_audience_the_metropole_keeps_its_directory_and_pages()
    {
        Assert.IsType<ShowReason.NotInAudience>(ReasonAtVany(Entry("metropole", "a")));
        Assert.IsType<ShowReason.NotInAudience>(ReasonAtVany(Page("metropole", "a")));
    }

    [Fact]
    public void An_audience_that_names_others_is_not_this_site()
    {
        Assert.IsType<ShowReason.NotInAudience>(ReasonAtVany(News("metropole", "a", Sites("jury")), Rule("metropole", SyndicationMode.Auto)));
        Assert.IsType<ShowReason.NotInAudience>(ReasonAtVany(News("metropole", "a", Zones("sud")), Rule("metropole", SyndicationMode.Auto)));
    }

    [Fact]
    public void A_zone_holds_its_sites() =>
        Assert.Equal(new ShowReason.RuleAuto(0, Rule("metropole", SyndicationMode.Auto)).Index, ((ShowReason.RuleAuto)ReasonAtVany(News("metropole", "a", Zones("nord")), Rule("metropole", SyndicationMode.Auto))).Index);

    [Fact]
    public void Between_communes_the_default_is_review() =>
        Assert.IsType<ShowReason.DefaultReview>(ReasonAtVany(News("jury", "a", Audience.Everyone)));

    [Fact]
    public void What_the_metropole_addresses_to_some_waits_too() =>
        Assert.IsType<ShowReason.DefaultReview>(ReasonAtVany(News("metropole", "a", Sites("vany"))));

    [Theory]
    [InlineData(SyndicationMode.Auto, typeof(ShowReason.RuleAuto), Verdict.Shown)]
    [InlineData(SyndicationMode.Review, typeof(ShowReason.RuleReviewPending), Verdict.Pending)]
    [InlineData(SyndicationMode.Never, typeof(ShowReason.RuleNever), Verdict.Refused)]
    public void The_mode_of_the_rule_decides(SyndicationMode mode, Type reason, Verdict verdict)
    {
        var found = ReasonAtVany(News("metropole", "a"), Rule("metropole", mode));
        Assert.IsType(reason, found);
        Assert.Equal(verdict, found.Verdict);
    }

    [Fact]
    public void The_first_rule_that_fits_decides()
    {
        var rules = new[]
        {
            Rule("jury", SyndicationMode.Never),
            Rule("metropole", SyndicationMode.Never, kinds: [ContentKind.Event]),
            Rule("metropole", SyndicationMode.Never, topics: ["mobilite"]),
            Rule("metropole", SyndicationMode.Auto, topics: ["mobilite", "dechets"], kinds: [ContentKind.Event, ContentKind.News]),
            Rule("metropole", SyndicationMode.Never),
        };
        var auto = Assert.IsType<ShowReason.RuleAuto>(ReasonAtVany(News("metropole", "a", topics: ["dechets"]), rules));
        Assert.Equal(3, auto.Index);
        Assert.Equal(1, Assert.IsType<ShowReason.RuleNever>(ReasonAtVany(Event("metropole", "a"), rules)).Index);
        Assert.Equal(4, Assert.IsType<ShowReason.RuleNever>(ReasonAtVany(News("metropole", "b"), rules)).Index);
    }

    [Theory]
    [InlineData(SyndicationMode.Auto)]
    [InlineData(SyndicationMode.Review)]
    [InlineData(SyndicationMode.Never)]
    public void The_webmasters_decision_wins_over_rules(SyndicationMode mode)
    {
        var item = News("metropole", "a");
        var vany = Has("vany", Rule("metropole", mode));
        var owner = Has("metropole").With(item);
        Assert.IsType<ShowReason.AcceptedByOverlay>(ReasonAtVany(vany.Says(item, OverlayDecision.Accepted), owner, item));
        Assert.IsType<ShowReason.RefusedByOverlay>(ReasonAtVany(vany.Says(item, OverlayDecision.Refused), owner, item));
    }

    [Fact]
    public void An_overlay_without_decision_leaves_it_to_the_rules()
    {
        var item = News("metropole", "a");
        Assert.IsType<ShowReason.RuleNever>(ReasonAtVany(
            Has("vany", Rule("metropole", SyndicationMode.Never)).Says(item, null, pinned: true), Has("metropole").With(item), item));
    }

    [Fact]
    public void Accepting_cannot_widen_the_audience()
    {
        var item = News("metropole", "a", Sites("jury"));
        Assert.IsType<ShowReason.NotInAudience>(ReasonAtVany(
            Has("vany").Says(item, OverlayDecision.Accepted), Has("metropole").With(item), item));
    }

    [Fact]
    public void An_alert_of_the_metropole_to_chosen_sites_passes_rules_and_refusals()
    {
        foreach (var audience in new[] { Sites("vany"), Zones("nord"), new Audience(true, [], ["vany"]) })
        {
            var alert = Alert("metropole", "a", audience);
            var vany = Has("vany", Rule("metropole", SyndicationMode.Never)).Says(alert, OverlayDecision.Refused);
            var reason = Assert.IsType<ShowReason.AlertForced>(ReasonAtVany(vany, Has("metropole").With(alert), alert));
            Assert.Equal(audience.Zones.FirstOrDefault(), reason.Zone);
        }
    }

    [Fact]
    public void An_alert_to_all_follows_the_rules() =>
        Assert.IsType<ShowReason.RuleNever>(ReasonAtVany(Alert("metropole", "a"), Rule("metropole", SyndicationMode.Never)));

    [Fact]
    public void A_commune_cannot_force_an_alert_on_another()
    {
        var alert = Alert("jury", "a", Sites("vany"));
        Assert.IsType<ShowReason.DefaultReview>(ReasonAtVany(alert));
        Assert.IsType<ShowReason.RuleNever>(ReasonAtVany(alert, Rule("jury", SyndicationMode.Never)));
    }

    [Fact]
    public void Shared_pages_follow_rules_too() =>
        Assert.IsType<ShowReason.RuleNever>(ReasonAtVany(
            Page("metropole", "tri", Audience.Everyone), Rule("metropole", SyndicationMode.Never, kinds: [ContentKind.Page])));

    [Fact]
    public void Every_reason_has_its_sentence()
    {
        var snapshot = Territory(Has("vany"), Has("metropole"));
        var rule = Rule("metropole", SyndicationMode.Auto, ["dechets", "mobilite"], [ContentKind.News, ContentKind.Event]);
        ShowReason[] reasons =
        [
            new ShowReason.Own(), new ShowReason.RuleAuto(1, rule), new ShowReason.RuleReviewPending(0, rule),
            new ShowReason.RuleNever(0, Rule("x", SyndicationMode.Never)), new ShowReason.AcceptedByOverlay(), new ShowReason.RefusedByOverlay(),
            new ShowReason.DefaultMetropoleToAll(), new ShowReason.DefaultReview(), new ShowReason.AlertForced(null),
            new ShowReason.AlertForced("nord"), new ShowReason.PathTaken("/tri/", "vany"), new ShowReason.NotInAudience(),
        ];
        var sentences = reasons.Select(r => ReasonSentence.Of(r, snapshot)).ToList();
        Assert.Equal(reasons.Length, sentences.Distinct().Count());
        Assert.Equal(typeof(ShowReason).GetNestedTypes().Length, reasons.Select(r => r.GetType()).Distinct().Count());
        Assert.Equal(
            "La règle n°\u00a02 affiche d’office les actualités et les événements du site «\u00a0Site metropole\u00a0» (thèmes\u00a0: Déchets et Mobilité).",
            sentences[1]);
    }
}
