using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Routing;

namespace SiteFactory.EServices.Tests.Routing;

/// <summary>The three models, with the reason for each service.</summary>
public class ServiceRoutingTests
{
    private static readonly PortalDeclaration Common = new("metropole", "publik", "https://services.example.org", "Metz Métropole");
    private static readonly PortalDeclaration Own = new("le-ban", "publik", "https://ban.example.org", "Le Ban");
    private static readonly PortalDeclaration Valley = new("seille", "publik", "https://seille.example.org", "Vallée") { Parameter = "code_insee" };

    private static readonly Territory Territory = new("Metz Métropole", "Europe/Paris", new("#003d7c", "#e2007a", null, []), [], [], [Common, Own, Valley], null)
    {
        EServices = new("metropole", ["signaler"], ["signaler", "bacs"], []),
    };

    private static readonly PortalCatalogues Catalogues = PortalCatalogues.From(
        Catalogue("metropole", "https://services.example.org", "signaler", "bacs", "salle"),
        Catalogue("le-ban", "https://ban.example.org", "cantine", "signaler", "salle"),
        Catalogue("seille", "https://seille.example.org", "cantine", "salle"));

    [Fact]
    public void Shared_everything_opens_on_the_territorys_portal_with_the_commune()
    {
        var services = Route(new(EServiceModel.Shared, "metropole"));
        Assert.Equal(["signaler", "bacs", "salle"], services.All.Select(s => s.Key));
        Assert.All(services.All, s => Assert.Equal($"https://services.example.org/{s.Key}/?commune=57049", s.Url));
        Assert.Equal((RouteReason.SharedService, EServiceHandler.Either), (services.All[0].Reason, services.All[0].Handler));
        Assert.Equal((RouteReason.TerritoryService, EServiceHandler.Territory), (services.All[1].Reason, services.All[1].Handler));
        Assert.Equal("la mairie ou Metz Métropole, selon la demande", services.All[0].HandlerName);
        Assert.Equal("Metz Métropole", services.All[1].HandlerName);
    }

    [Fact]
    public void Own_services_open_on_the_communes_portal_beside_the_territorys()
    {
        var services = Route(new(EServiceModel.Own, "le-ban"));
        Assert.Equal(["signaler", "bacs", "cantine", "salle"], services.All.Select(s => s.Key));
        var cantine = services.Find("cantine")!;
        Assert.Equal(("https://ban.example.org/cantine/", RouteReason.OwnPortal, "la mairie du Ban-Saint-Martin"), (cantine.Url, cantine.Reason, cantine.HandlerName));
        Assert.Equal("https://services.example.org/bacs/?commune=57049", services.Find("bacs")!.Url);
    }

    [Theory]
    [InlineData(EServiceModel.Own, "le-ban")]
    [InlineData(EServiceModel.Hybrid, "seille")]
    [InlineData(EServiceModel.Hybrid, "metropole")]
    [InlineData(EServiceModel.Shared, null)]
    public void A_shared_service_always_opens_on_the_territorys_portal_with_the_commune(EServiceModel model, string? portal) =>
        Assert.Equal("https://services.example.org/signaler/?commune=57049", Route(new(model, portal)).Find("signaler")!.Url);

    [Fact]
    public void What_the_commune_does_itself_is_its_own_even_when_the_territory_does_it_for_others()
    {
        var room = Route(new(EServiceModel.Own, "le-ban")).Find("salle")!;
        Assert.Equal(("https://ban.example.org/salle/", EServiceHandler.Commune), (room.Url, room.Handler));
    }

    [Fact]
    public void Hybrid_a_portal_of_several_communes_is_told_which_one()
    {
        var cantine = Route(new(EServiceModel.Hybrid, "seille")).Find("cantine")!;
        Assert.Equal(("https://seille.example.org/cantine/?code_insee=57049", RouteReason.CommonPortal, EServiceHandler.Commune), (cantine.Url, cantine.Reason, cantine.Handler));
    }

    [Fact]
    public void The_metropole_itself_has_no_commune_to_tell()
    {
        var services = ServiceRouting.For(Territory, Site(new(EServiceModel.Shared, "metropole")) with { Kind = SiteKind.Metropole, Insee = null, Name = "Metz Métropole" }, Catalogues);
        Assert.Equal("https://services.example.org/signaler/", services.All[0].Url);
        Assert.Equal("Metz Métropole ou la commune, selon la demande", services.All[0].HandlerName);
    }

    [Fact]
    public void Words_of_the_site_lie_over_the_territorys_and_those_over_the_portals()
    {
        var territory = Territory with
        {
            EServices = Territory.EServices with { Services = [new("bacs") { Title = "Mes bacs", Cost = "Gratuit", Documents = ["Une adresse"] }] },
        };
        var site = Site(new(EServiceModel.Shared, null) { Services = [new("bacs") { Cost = "5 €", Office = "mairie" }] });
        var words = ServiceRouting.For(territory, site, Catalogues).Find("bacs")!.Words;
        Assert.Equal(("Mes bacs", "5 €", "mairie", "Déchets"), (words.Title, words.Cost, words.Office, words.Category));
        Assert.Equal(["Une adresse"], words.Documents.ToArray());
    }

    [Fact]
    public void Without_a_catalogue_content_speaks_for_the_portal()
    {
        var territory = Territory with { EServices = Territory.EServices with { Services = [new("signaler") { Title = "Signaler" }, new("sans-titre")] } };
        var services = ServiceRouting.For(territory, Site(new(EServiceModel.Shared, null)), PortalCatalogues.None);
        Assert.Equal(["signaler"], services.All.Select(s => s.Key));
        Assert.Equal("https://services.example.org/signaler/?commune=57049", services.All[0].Url);
        Assert.Empty(services.Notices);
    }

    [Fact]
    public void Links_say_whose_they_are()
    {
        var services = Route(new(EServiceModel.Shared, null)
        {
            Services =
            [
                new("payer") { Kind = EServiceKind.PayFip, Id = "001234", Title = "Payer" },
                new("aide") { Kind = EServiceKind.DemarchesSimplifiees, Id = "aide-vany", Title = "Aide" },
                new("carte") { Kind = EServiceKind.Link, Title = "Carte", Access = EServiceAccess.Paper },
                new("eau") { Kind = EServiceKind.Link, Url = "https://eau.example.org/", Title = "Eau", Owner = "la régie" },
            ],
        });
        Assert.Contains("numcli=001234", services.Find("payer")!.Url, StringComparison.Ordinal);
        Assert.Equal(EServiceHandler.Other, services.Find("payer")!.Handler);
        Assert.EndsWith("/commencer/aide-vany", services.Find("aide")!.Url, StringComparison.Ordinal);
        Assert.Equal((null, EServiceAccess.Paper, EServiceHandler.Commune), (services.Find("carte")!.Url, services.Find("carte")!.Access, services.Find("carte")!.Handler));
        Assert.Equal(("la régie", EServiceHandler.Other), (services.Find("eau")!.HandlerName, services.Find("eau")!.Handler));
        Assert.DoesNotContain("commune=", services.Find("eau")!.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void The_site_chooses_and_orders()
    {
        var services = Route(new(EServiceModel.Shared, null) { Chosen = ["bacs", "signaler", "bacs", "inconnue"], Featured = ["bacs"] });
        Assert.Equal(["bacs", "signaler"], services.All.Select(s => s.Key));
        Assert.Equal(["bacs"], services.Featured.Select(s => s.Key));
        var notice = Assert.Single(services.Notices);
        Assert.Equal((ServiceNoticeKind.Unknown, "eServices.chosen", "inconnue"), (notice.Kind, notice.Setting, notice.Service));
    }

    [Fact]
    public void What_left_the_portal_is_told_by_its_name()
    {
        var gone = PortalCatalogues.From(Catalogue("metropole", "https://services.example.org", "bacs").After(Catalogues.Of("metropole")));
        var services = ServiceRouting.For(Territory, Site(new(EServiceModel.Shared, null) { Featured = ["signaler"] }), gone);
        Assert.Equal(["bacs"], services.All.Select(s => s.Key));
        Assert.Contains(services.Notices, n => n is { Kind: ServiceNoticeKind.Gone, Service: "Titre signaler", Portal: "Metz Métropole", Setting: "eServices.featured" });
        Assert.All(services.Notices, n => Assert.Contains(n.Service, n.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_closed_service_keeps_its_page_and_leaves_the_front()
    {
        var closed = PortalCatalogues.From(new PortalCatalogue("metropole", [Service("https://services.example.org", "signaler") with { IsOpen = false }]));
        var services = ServiceRouting.For(Territory, Site(new(EServiceModel.Shared, null)), closed);
        Assert.False(Assert.Single(services.All).IsOpen);
        Assert.Empty(services.Featured);
        Assert.Contains(services.Notices, n => n.Kind == ServiceNoticeKind.Closed && n.Message.Contains("Titre signaler", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_asks_for_a_portal_says_when_there_is_none() =>
        Assert.Contains(Route(new(EServiceModel.Own, null)).Notices, n => n.Kind == ServiceNoticeKind.NoPortal);

    [Fact]
    public void Every_reason_is_a_sentence() =>
        Assert.All(Route(new(EServiceModel.Own, "le-ban")).All, s => Assert.EndsWith(".", s.ReasonSentence, StringComparison.Ordinal));

    private static SiteServices Route(EServiceSettings settings) => ServiceRouting.For(Territory, Site(settings), Catalogues);

    private static Site Site(EServiceSettings settings) => new(
        "le-ban-saint-martin", SiteKind.Commune, "Le Ban-Saint-Martin", "57049", null, null, [], "www.ban.example", new(null, null, null, null), null, null, [],
        settings, null, null, null, false);

    private static PortalCatalogue Catalogue(string portal, string url, params ImmutableArray<string> keys) => new(portal, [.. keys.Select(k => Service(url, k))]);

    private static PortalService Service(string url, string key) => new(key, "Titre " + key, null, "Déchets", $"{url}/{key}/", true, false, []);
}
