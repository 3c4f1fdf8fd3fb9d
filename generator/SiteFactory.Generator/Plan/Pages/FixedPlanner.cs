using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Pages;

/// <summary>The pages that every site has: home, démarches, search, site map, legal pages, 404.</summary>
internal sealed class FixedPlanner(SiteScope site, PageBuilder builder, BodyPlanner bodies, FaultCollector faults)
{
    private const int HomeNews = 6;
    private const int HomeEvents = 6;
    private const int HomeServices = 8;

    public void Plan()
    {
        Home();
        Services();
        Search();
        builder.Add(Addresses.SiteMap, new SiteMapMain { Title = GeneratorTexts.Get("SiteMap"), Breadcrumb = PageBuilder.Under(), Map = Map() }, Description("SiteMap"));
        Accessibility();
        Legal();
        Privacy();
        Contact();
        builder.Add(Addresses.NotFound, new NotFoundMain { Title = GeneratorTexts.Get("NotFound"), Breadcrumb = PageBuilder.Under(), Suggestions = Suggestions() }, noIndex: true);
        builder.Add(Addresses.Offline, new OfflineMain { Title = GeneratorTexts.Get("Offline"), Breadcrumb = PageBuilder.Under(), Contact = site.Contact }, noIndex: true);
    }

    private void Home()
    {
        var home = site.Tree.Home?.Page;
        var body = home is null ? PlannedBody.Empty : bodies.Own(home);
        if (home is not null)
            faults.Bodies(home, body);
        var hero = site.Media.Picture(site.Site.Brand.Hero, site.Site.Key, null);
        var description = home?.Summary ?? GeneratorTexts.Format(site.IsMetropole ? "HomeDescriptionMetropole" : "HomeDescription", site.IsMetropole ? site.Site.Name : site.OfName);
        var main = new HomeMain
        {
            Title = site.Site.Name,
            SiteName = site.Site.Name,
            Tagline = home?.Summary,
            Hero = hero,
            Services = HomeServiceCards(),
            News = [.. site.Cards.News.OrderByDescending(n => n.Card.Pinned).Take(HomeNews).Select(n => n.Card)],
            Events = [.. site.Cards.Upcoming.OrderByDescending(e => e.Card.Pinned).Take(HomeEvents).Select(e => e.Card)],
            Contact = site.Contact,
            Places = [.. site.Cards.Directory.Where(d => d.Shown.IsOwn && d.Card.Geo is not null && d.Card.Type is "service" or "facility").Take(12).Select(d => d.Card)],
            Body = body.Content.IsEmpty ? null : body.Content,
            SearchAction = Addresses.Search,
        };
        var image = hero is null ? null : site.Absolute(hero.Src);
        builder.Add(Addresses.Home, main, description, picture: hero, source: Source(home), jsonLd: JsonLd.Office(site, image));
    }

    private ImmutableArray<ServiceCard> HomeServiceCards()
    {
        var portal = PortalServices.All(site);
        var own = OwnServices();
        var cards = portal.Take(4).Concat(own).Concat(portal.Skip(4)).Take(HomeServices).ToImmutableArray();
        return cards.IsEmpty ? [.. site.Tree.Top.Where(p => p.Page.Nav).Take(HomeServices).Select(PageService)] : cards;
    }

    // The pages of the section of démarches, wherever the site keeps it, and those marked with that topic.
    private ImmutableArray<ServiceCard> OwnServices()
    {
        var pages = site.Tree.All.Where(p => p.Shared is null && p.Page.Nav && IsService(p)).ToList();
        return [.. pages.OrderBy(p => p.Page.Order).ThenBy(p => p.Title, FrenchOrder.Comparer).Select(PageService)];
    }

    private static bool IsService(TreePage page) =>
        page.Page.Topics.Contains("demarches")
        || (page.Parent is { } parent && parent.Path.TrimEnd('/').EndsWith("demarches", StringComparison.Ordinal));

    private ServiceCard PageService(TreePage page) =>
        new(page.Title, page.Path, page.Page.Summary, page.Shared?.Owner.Name ?? (site.IsMetropole ? site.Site.Name : GeneratorTexts.Get("HandlerCommune")), false, null);

    private void Services()
    {
        var groups = ImmutableArray.CreateBuilder<ServiceGroup>();
        var portal = PortalServices.PortalOf(site);
        if (portal is not null)
            groups.Add(new(GeneratorTexts.Get("ServicesPortal"), GeneratorTexts.Format("ServicesPortalDescription", PortalServices.Handler(site, portal)), PortalServices.All(site)));
        var own = OwnServices();
        if (!own.IsEmpty)
            groups.Add(new(GeneratorTexts.Get("ServicesOwn"), site.IsMetropole ? GeneratorTexts.Format("ServicesOwnDescription", site.Site.Name) : GeneratorTexts.Format("ServicesTownHallDescription", site.OfName), own));
        var shared = site.Tree.All.Where(p => p.Shared is not null && p.Parent is not null && p.Page.Nav).Select(PageService).ToImmutableArray();
        if (!shared.IsEmpty)
            groups.Add(new(GeneratorTexts.Get("ServicesInfo"), null, shared));
        builder.Add(
            Addresses.Services,
            new ServicesMain
            {
                Title = GeneratorTexts.Get("Services"),
                Breadcrumb = PageBuilder.Under(),
                Groups = groups.ToImmutable(),
                Portal = portal is null ? null : new(GeneratorTexts.Format("PortalName", PortalServices.Handler(site, portal)), portal.Url!, External: true),
            },
            GeneratorTexts.Format("ServicesDescription", site.Site.Name));
    }

    private void Search() => builder.Add(
        Addresses.Search,
        new SearchMain
        {
            Title = GeneratorTexts.Get("Search"),
            Breadcrumb = PageBuilder.Under(),
            IndexHref = site.Territory.Settings.Search ? Addresses.SearchIndex : null,
            TerritoryIndexHref = site.Territory.Settings.Search ? Addresses.TerritorySearchIndex : null,
            SiteName = site.Site.Name,
            TerritoryName = site.Territory.Snapshot.Territory.Name,
            Map = Map(),
        },
        Description("Search"));

    private ImmutableArray<SiteMapNode> Map() =>
    [
        .. site.Tree.Top.Select(MapNode),
        .. new[] { ("News", Addresses.News), ("Agenda", Addresses.Agenda), ("Directory", Addresses.Directory), ("Map", Addresses.Map), ("Documents", Addresses.Documents), ("Services", Addresses.Services), ("Contact", Addresses.Contact), ("Accessibility", Addresses.Accessibility), ("Legal", Addresses.Legal), ("Privacy", Addresses.Privacy) }
            .Select(p => new SiteMapNode(GeneratorTexts.Get(p.Item1), p.Item2, p.Item2 == Addresses.Services && !site.Sheets.Sheets.IsEmpty ? [new(GeneratorTexts.Get("Sheets"), Addresses.Sheets, [])] : [])),
    ];

    private static SiteMapNode MapNode(TreePage page) => new(page.Title, page.Path, [.. page.Children.Select(MapNode)]);

    private void Accessibility()
    {
        var declaration = site.Site.Accessibility;
        var level = AccessibilityLevel.Of(declaration, site.Today);
        builder.Add(Addresses.Accessibility, new AccessibilityMain
        {
            Title = GeneratorTexts.Get("Accessibility"),
            Breadcrumb = PageBuilder.Under(),
            SiteName = site.Site.Name,
            BaseUrl = site.Site.BaseUrl,
            Level = level.Label,
            Rate = declaration?.Rate is { } rate && !level.Expired ? FrenchNumbers.Percent(rate) : null,
            Auditor = declaration?.Auditor,
            AuditDate = declaration?.AuditDate is { } audit ? FrenchDates.Stamp(audit) : null,
            StatementDate = declaration?.StatementDate is { } statement ? FrenchDates.Stamp(statement) : null,
            Expired = level.Expired,
            NonConformities = declaration?.NonConformities ?? [],
            Exemptions = declaration?.Exemptions ?? [],
            Contact = site.Contact,
        }, Description("Accessibility"));
    }

    private void Legal()
    {
        var host = site.Site.Legal?.Host ?? site.Territory.Snapshot.Territory.Legal?.Host;
        builder.Add(Addresses.Legal, new LegalMain
        {
            Title = GeneratorTexts.Get("Legal"),
            Breadcrumb = PageBuilder.Under(),
            SiteName = site.Site.Name,
            IsMetropole = site.IsMetropole,
            Insee = site.Site.Insee,
            Siren = site.Site.Siren,
            PublicationDirector = site.Site.PublicationDirector,
            Contact = site.Contact,
            HostName = host?.Name,
            HostAddress = host?.Address,
            HostPhone = host?.Phone,
            Credits = [.. site.Media.Credits],
        }, Description("Legal"));
    }

    private void Privacy()
    {
        var officer = site.Site.Legal?.DataProtection ?? site.Territory.Snapshot.Territory.Legal?.DataProtection;
        builder.Add(Addresses.Privacy, new PrivacyMain
        {
            Title = GeneratorTexts.Get("Privacy"),
            Breadcrumb = PageBuilder.Under(),
            SiteName = site.Site.Name,
            Contact = site.Contact,
            OfficerName = officer?.Name,
            OfficerEmail = officer?.Email,
        }, Description("Privacy"));
    }

    private void Contact() => builder.Add(
        Addresses.Contact,
        new ContactMain
        {
            Title = GeneratorTexts.Get(site.IsMetropole ? "ContactMetropole" : "ContactCommune"),
            Breadcrumb = PageBuilder.Under(),
            Contact = site.Contact,
            Services = [.. site.Cards.Directory.Where(d => d.Shown.IsOwn && d.Card.Type == "service").Select(d => d.Card)],
            Online = PortalServices.All(site),
        },
        Description("Contact"),
        jsonLd: JsonLd.Office(site, null));

    private string Description(string page) => GeneratorTexts.Format(page + "Description", site.OfName);

    private static ImmutableArray<Link> Suggestions() =>
    [
        new(GeneratorTexts.Get("Home"), Addresses.Home),
        new(GeneratorTexts.Get("Services"), Addresses.Services),
        new(GeneratorTexts.Get("SiteMap"), Addresses.SiteMap),
        new(GeneratorTexts.Get("Contact"), Addresses.Contact),
    ];

    private static PageSource? Source(Page? page) =>
        page?.Source is { } source ? new(page.SiteKey, source.File, source.BodyLine, page.Body) : null;
}
