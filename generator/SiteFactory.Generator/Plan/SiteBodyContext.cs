using System.Collections.Immutable;
using SiteFactory.Content.EServices;
using SiteFactory.Content.Slugs;
using SiteFactory.Generator.Plan.Everyday;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan;

/// <summary>Answers a body's directives from one site.</summary>
/// <param name="writer">The site in whose folder the body's media stand.</param>
/// <param name="media">Where what is shown gets published; null: the site itself.</param>
internal sealed class SiteBodyContext(SiteScope site, string writer, LinkMap links, SiteMedia? media = null) : IBodyContext
{
    private readonly SiteMedia _media = media ?? site.Media;

    public string SiteName => site.Site.Name;

    public ContactModel Contact => site.Contact;

    public string Link(string path) => links[path];

    public PictureModel? Picture(string path, string? alt) => _media.Picture(path, writer, alt);

    public FileLink? File(string path) => _media.File(path, writer);

    public ImmutableArray<NewsCard> News(string? topic, int limit) =>
        [.. site.Cards.News.Where(n => topic is null || n.Shown.Item.Topics.Contains(topic)).Take(limit).Select(n => n.Card with { Href = Place(n.Card.Href), Picture = Own(n.Card.Picture) })];

    public ImmutableArray<EventCard> Events(string? topic, int limit) =>
        [.. site.Cards.Upcoming.Where(e => topic is null || e.Shown.Item.Topics.Contains(topic)).Take(limit).Select(e => e.Card with { Href = Place(e.Card.Href), Picture = Own(e.Card.Picture) })];

    public ImmutableArray<DirectoryCard> Directory(string? type, string? category, int limit) =>
        [.. site.Cards.Directory
            .Where(d => (type is null || d.Card.Type == type) && (category is null || string.Equals(d.Card.Category, category, StringComparison.OrdinalIgnoreCase)))
            .Take(limit).Select(d => Linked(d.Card))];

    public DirectoryCard? Entry(string key)
    {
        var cards = site.Cards.ByKey;
        if (cards.TryGetValue(key, out var card) || (writer != site.Site.Key && cards.TryGetValue($"{writer}/{key}", out card)))
            return Linked(card);
        return null;
    }

    public ImmutableArray<DocumentCard> Documents(string? type, int limit) =>
        [.. site.Cards.Documents.Where(d => type is null || d.Card.Type == type).Take(limit).Select(d => d.Card with { Href = Place(d.Card.Href), File = Place(d.Card.File) })];

    public SheetModel? Sheet(string id) =>
        site.Sheets.Find(id) is { } sheet ? sheet with { Href = Place(sheet.Href), Pages = media is null ? sheet.Pages : Elsewhere(sheet.Pages) } : null;

    private ImmutableSortedDictionary<string, string> Elsewhere(ImmutableSortedDictionary<string, string> pages) =>
        pages.ToImmutableSortedDictionary(p => p.Key, p => Place(p.Value), StringComparer.Ordinal);

    public ServiceCard? Service(string? portal, string service) => site.Services.Named(portal, service) is { } card ? Placed(card) : null;

    public bool HasPortal(string key) => site.Services.Declared(key) is not null;

    public ImmutableArray<ServiceCard> Services(ServiceFilter filter) =>
        [.. site.Services.All.Where(e => Fits(e, filter)).Take(filter.Limit).Select(e => Placed(e.Card))];

    private static bool Fits(ServiceEntry entry, ServiceFilter filter)
    {
        var words = entry.Service.Words;
        return (filter.Category is null || (words.Category is { } own && Slug.From(own) == filter.Category))
            && (filter.LifeEvent is null || words.LifeEvents.Contains(filter.LifeEvent))
            && (filter.Audience is null || Audiences.Concerns(filter.Audience, words.LifeEvents))
            && (filter.Handler is null || entry.Card.HandlerKind == filter.Handler);
    }

    public TrackingModel? Tracking(string? portal) => site.Services.Door(portal);

    private ServiceCard Placed(ServiceCard card) => card.External ? card : card with { Href = Place(card.Href) };

    public WasteModel? Waste(string? sector)
    {
        if (site.Waste?.Model() is not { } model)
            return null;
        var sectors = model.Sectors.Where(s => sector is null || s.Key == sector).Select(s => s with { CalendarHref = Place(s.CalendarHref) });
        return model with { Sectors = [.. sectors], Streets = sector is null ? model.Streets : [] } is { Sectors.IsEmpty: false } shown ? shown : null;
    }

    public MenusModel? Menus() =>
        EverydayModels.Menus(site) is { } menus ? menus with { Place = menus.Place is null ? null : Linked(menus.Place) } : null;

    public WorksModel? Works() =>
        WorksModels.Model(site) is { } works ? works with { GeoJsonHref = Place(works.GeoJsonHref) } : null;

    public JobsModel? Jobs() =>
        EverydayModels.Jobs(site) is { } jobs ? jobs with { Items = [.. jobs.Items.Select(j => j with { File = Place(j.File) })] } : null;

    public RoomsModel? Rooms(string? entry) => EverydayModels.Rooms(site, entry) is { } rooms
        ? rooms with { Rooms = [.. rooms.Rooms.Select(r => r with { Entry = Linked(r.Entry), Rules = Place(r.Rules) })] }
        : null;

    private DirectoryCard Linked(DirectoryCard card) => card with { Href = Place(card.Href), Picture = Own(card.Picture) };

    // What the site that shows the body has itself is linked there; what only the answering site has, on that site.
    private string Place(string href) => media is null ? href : links[href];

    private FileLink? Place(FileLink? file) => file is null || media is null ? file : file with { Href = links[file.Href] };

    // A card's picture is published on the site whose card it is.
    private PictureModel? Own(PictureModel? picture) => media is null ? picture : null;
}
