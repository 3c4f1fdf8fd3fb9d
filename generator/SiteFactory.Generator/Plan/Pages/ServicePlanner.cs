using System.Collections.Immutable;
using SiteFactory.Content.EServices;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Pages;

/// <summary>The pages of démarches: the list, one page a service, following a request, the home screen.</summary>
internal sealed class ServicePlanner(SiteScope site, PageBuilder builder)
{
    private const int Related = 4;

    private readonly ServiceBook _book = site.Services;

    /// <summary>The warnings for the site's webmaster.</summary>
    public IEnumerable<Fault> Faults() => _book.Notices.Select(n => Fault.Warning(
        "e-service-" + n.Kind.ToString().ToLowerInvariant(), site.Site.Key, $"{site.Site.Key}/site.yaml", null, n.Setting, n.Message, n.Cure));

    public void Plan()
    {
        List();
        foreach (var entry in _book.All)
            One(entry);
        if (!_book.Doors.IsEmpty)
            Tracking();
        builder.Add(
            Addresses.HomeScreen,
            new HomeScreenMain
            {
                Title = GeneratorTexts.Get("HomeScreen"),
                Breadcrumb = UnderServices(),
                SiteName = site.Site.Name,
                Services = [.. (_book.Featured.IsEmpty ? _book.All : _book.Featured).Where(e => e.Card.StartHref is not null).Take(6).Select(e => e.Card)],
            },
            GeneratorTexts.Get("HomeScreenDescription"));
    }

    private void List()
    {
        var portal = EServices.Routing.ServiceRouting.TerritoryPortal(site.Territory.Snapshot.Territory, site.Site);
        builder.Add(
            Addresses.Services,
            new ServicesMain
            {
                Title = GeneratorTexts.Get("Services"),
                Breadcrumb = PageBuilder.Under(),
                LifeEvents = LifeEventGroups(),
                Groups = Categories(),
                Guides = Guides(),
                Tracking = _book.Doors.FirstOrDefault(),
                Portal = portal?.Url is { } url && !_book.All.IsEmpty ? new(GeneratorTexts.Format("PortalName", _book.NameOf(portal)), url, External: true) : null,
            },
            GeneratorTexts.Format("ServicesDescription", site.Site.Name));
    }

    private ImmutableArray<ServiceGroup> LifeEventGroups() =>
    [
        .. LifeEvents.All
            .Select(e => new ServiceGroup(e.Label, null, [.. _book.All.Where(s => s.Service.Words.LifeEvents.Contains(e.Key)).Select(s => s.Card)]) { Key = "moment-" + e.Key })
            .Where(g => !g.Services.IsEmpty),
    ];

    private ImmutableArray<ServiceGroup> Categories() =>
    [
        .. _book.All.GroupBy(s => s.Service.Words.Category ?? GeneratorTexts.Get("ServicesOther"), StringComparer.Ordinal)
            .OrderBy(g => g.Key == GeneratorTexts.Get("ServicesOther")).ThenBy(g => g.Key, FrenchOrder.Comparer)
            .Select(g => new ServiceGroup(g.Key, null, [.. g.Select(s => s.Card)]) { Key = "rubrique-" + Slug.From(g.Key) }),
    ];

    private ImmutableArray<ServiceGroup> Guides()
    {
        var own = site.Sheets.Sheets.IsEmpty ? ServicePages.Own(site)
            : ServicePages.Own(site).Add(new(GeneratorTexts.Get("Sheets"), Addresses.Sheets, GeneratorTexts.Get("SheetsInShort"), null, false, "book"));
        var shared = site.Tree.All.Where(p => p.Shared is not null && p.Parent is not null && p.Page.Nav).Select(p => ServicePages.Card(site, p)).ToImmutableArray();
        return
        [
            .. new[]
            {
                new ServiceGroup(GeneratorTexts.Get("ServicesOwn"), site.IsMetropole ? null : GeneratorTexts.Format("ServicesTownHallDescription", site.OfName), own) { Key = "guides" },
                new ServiceGroup(GeneratorTexts.Get("ServicesInfo"), null, shared) { Key = "guides-metropole" },
            }.Where(g => !g.Services.IsEmpty),
        ];
    }

    private void One(ServiceEntry entry)
    {
        var words = entry.Service.Words;
        var office = _book.Office(entry.Service);
        var main = new ServiceMain
        {
            Title = entry.Card.Title,
            Breadcrumb = UnderServices(),
            Service = entry.Card,
            StartHost = entry.Card.StartHref is { } start ? Labels.Host(start) : null,
            Identifier = words.Kind == EServiceKind.PayFip ? words.Id : null,
            ForWhom = words.ForWhom,
            Documents = words.Documents,
            Cost = words.Cost,
            Delay = words.Delay,
            Office = office,
            Contact = office is null && entry.Card.HandlerKind is "commune" or "either" ? site.Contact : null,
            Hours = HoursModels.Of(words.Hours, Closures(site, words.Office), site.Territory),
            Tracking = entry.Service.Portal is { } portal ? _book.Door(portal) : null,
            Related = RelatedTo(entry),
        };
        builder.Add(
            Addresses.Service(entry.Service.Key),
            main,
            entry.Card.Description ?? GeneratorTexts.Format("ServiceDescription", entry.Card.Title, site.Site.Name),
            manifest: Addresses.ServiceManifest(entry.Service.Key),
            jsonLd: JsonLd.Service(site, main));
    }

    /// <summary>A counter with hours of its own closes with the place that it stands in.</summary>
    private static ImmutableArray<Closure> Closures(SiteScope site, string? office) => office is null
        ? ContactModels.Closures(site)
        : site.View.Directory.FirstOrDefault(d => d.IsOwn && d.Item.Key == office)?.Item.Closures ?? [];

    private ImmutableArray<ServiceCard> RelatedTo(ServiceEntry entry) =>
    [
        .. _book.All
            .Where(e => e != entry && e.Card.Access != "closed")
            .Select(e => (e.Card, Ties: Ties(entry, e)))
            .Where(e => e.Ties > 0)
            .OrderByDescending(e => e.Ties)
            .Take(Related).Select(e => e.Card),
    ];

    private static int Ties(ServiceEntry a, ServiceEntry b) =>
        (a.Service.Words.Category is { } category && category == b.Service.Words.Category ? 2 : 0)
        + a.Service.Words.LifeEvents.Count(b.Service.Words.LifeEvents.Contains);

    private void Tracking() => builder.Add(
        Addresses.Tracking,
        new TrackingMain { Title = GeneratorTexts.Get("Tracking"), Breadcrumb = UnderServices(), Doors = _book.Doors, Contact = site.Contact },
        GeneratorTexts.Get("TrackingDescription"));

    private static ImmutableArray<Link> UnderServices() => PageBuilder.Under(new Link(GeneratorTexts.Get("Services"), Addresses.Services));
}

/// <summary>Pages of the tree that explain démarches.</summary>
internal static class ServicePages
{
    /// <summary>The pages of the section of démarches, wherever the site keeps it, and those marked with that topic.</summary>
    public static ImmutableArray<ServiceCard> Own(SiteScope site) =>
    [
        .. site.Tree.All.Where(p => p.Shared is null && p.Page.Nav && IsService(p))
            .OrderBy(p => p.Page.Order).ThenBy(p => p.Title, FrenchOrder.Comparer)
            .Select(p => Card(site, p)),
    ];

    public static ServiceCard Card(SiteScope site, TreePage page) =>
        new(page.Title, page.Path, page.Summary, page.Shared?.Owner.Name ?? (site.IsMetropole ? site.Site.Name : GeneratorTexts.Get("HandlerCommune")), false, null);

    private static bool IsService(TreePage page) =>
        page.Page.Topics.Contains("demarches")
        || (page.Parent is { } parent && parent.Path.TrimEnd('/').EndsWith("demarches", StringComparison.Ordinal));
}
