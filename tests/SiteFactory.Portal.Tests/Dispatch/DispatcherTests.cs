using SiteFactory.Portal.Dispatch;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Dispatch;

/// <summary>Which body handles what.</summary>
public sealed class DispatcherTests
{
    private static readonly SiteFactory.Portal.Territory.PortalTerritory Now = new FakeTerritory().Now;
    private static readonly DispatchCase Waste = new("signaler-une-anomalie/dechets", "vany", "devant le 3, Rue de l'Église");

    [Fact]
    public void Without_a_rule_the_form_says_it()
    {
        Assert.Equal("vany", Decide(Waste, Handler.Commune));
        Assert.Equal("metropole", Decide(Waste, Handler.Metropole));
        Assert.Equal("metropole", Decide(Waste with { Commune = null }, Handler.Commune));
    }

    [Fact]
    public void The_rule_that_says_most_wins()
    {
        DispatchRule[] rules =
        [
            new(1, "signaler-une-anomalie", null, null, "metropole"),
            new(2, "signaler-une-anomalie/dechets", null, null, "amanvillers"),
            new(3, null, "vany", null, "vany"),
            new(4, null, null, "rue de l’église", "le-ban-saint-martin"),
        ];
        Assert.Equal("le-ban-saint-martin", Decide(Waste, Handler.Metropole, rules));
        Assert.Equal("vany", Decide(Waste with { Place = "ailleurs" }, Handler.Metropole, rules));
        Assert.Equal("amanvillers", Decide(Waste with { Place = null, Commune = "amanvillers" }, Handler.Commune, rules));
        Assert.Equal("metropole", Decide(Waste with { Place = null, Commune = null, Category = "signaler-une-anomalie/eau" }, Handler.Commune, rules));
    }

    [Fact]
    public void A_place_fits_by_whole_words() =>
        Assert.Equal("vany", Decide(Waste with { Place = "rue de l’Églisette" }, Handler.Commune, new DispatchRule(1, null, null, "église", "metropole")));

    [Fact]
    public void A_rule_for_a_body_that_is_gone_is_passed_over() =>
        Assert.Equal("vany", Decide(Waste, Handler.Commune, new DispatchRule(1, null, "vany", null, "disparue")));

    [Fact]
    public void The_category_is_the_answer_of_the_dispatch_field()
    {
        var form = FormCatalog.Load(null).Find("signaler-une-anomalie")!;
        Assert.Equal(("signaler-une-anomalie/voirie", "Voirie", Handler.Metropole), Dispatcher.Category(form, Answers.Empty.With("categorie", "voirie")));
        Assert.Equal("signaler-une-anomalie", Dispatcher.Category(form, Answers.Empty).Key);
    }

    private static string Decide(DispatchCase about, Handler otherwise, params DispatchRule[] rules) => Dispatcher.Decide(rules, about, otherwise, Now);
}
