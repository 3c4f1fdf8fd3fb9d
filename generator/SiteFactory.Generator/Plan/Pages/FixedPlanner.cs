using System.Collections.Immutable;
using SiteFactory.Content.Model;
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
        var description = FrenchText.TypesetOrNull(home?.Summary) ?? GeneratorTexts.Format(site.IsMetropole ? "HomeDescriptionMetropole" : "HomeDescription", site.IsMetropole ? site.Site.Name : site.OfName);
        var main = new HomeMain
        {
            Title = site.Site.Name,
            SiteName = site.Site.Name,
            Tagline = FrenchText.TypesetOrNull(home?.Summary),
            Hero = hero,
            Services = HomeServiceCards(),
            Tracking = site.Services.Doors.FirstOrDefault(),
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

    // The site's own choice comes whole; the territory's leaves room for the pages that explain.
    private ImmutableArray<ServiceCard> HomeServiceCards()
    {
        var featured = site.Services.Featured.Select(e => e.Card).ToList();
        var first = site.Site.EServices.Featured.IsDefaultOrEmpty ? HomeServices / 2 : HomeServices;
        var cards = featured.Take(first).Concat(ServicePages.Own(site)).Concat(featured.Skip(first)).Take(HomeServices).ToImmutableArray();
        return cards.IsEmpty ? [.. site.Tree.Top.Where(p => p.Page.Nav).Take(HomeServices).Select(p => ServicePages.Card(site, p))] : cards;
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
            .Select(p => new SiteMapNode(GeneratorTexts.Get(p.Item1), p.Item2, p.Item2 == Addresses.Services ? ServiceNodes() : [])),
    ];

    private ImmutableArray<SiteMapNode> ServiceNodes() =>
    [
        .. site.Services.All.Select(e => new SiteMapNode(e.Card.Title, e.Card.Href, [])),
        .. site.Sheets.Sheets.IsEmpty ? Array.Empty<SiteMapNode>() : [new(GeneratorTexts.Get("Sheets"), Addresses.Sheets, [])],
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
            OutOfScope = declaration?.OutOfScope ?? [],
            PlanHref = declaration?.Plan,
            Environment = declaration?.Environment ?? [],
            Tools = declaration?.Tools ?? [],
            Pages = declaration?.Pages ?? [],
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
            Online = [.. site.Services.Featured.Select(e => e.Card)],
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
