using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Pages;

/// <summary>The pages of single items: news, events, directory entries, documents, and the pages of the tree.</summary>
internal sealed class ItemPlanner(SiteScope site, PageBuilder builder, BodyPlanner bodies, FaultCollector faults)
{
    private const int NextDates = 10;

    public void Plan()
    {
        foreach (var entry in site.Cards.News)
            News(entry);
        foreach (var entry in site.Cards.Events)
            Event(entry);
        foreach (var entry in site.Cards.Directory)
            Directory(entry);
        foreach (var entry in site.Cards.Documents)
            Document(entry);
        foreach (var page in site.Tree.All)
            Page(page);
    }

    private void News(NewsEntry entry)
    {
        var shown = entry.Shown;
        var body = Body(shown);
        if (builder.AddAgain(entry, entry.Card.Picture, body.Content))
            return;
        var main = new NewsMain
        {
            Title = entry.Card.Title,
            Breadcrumb = PageBuilder.Under(new Link(GeneratorTexts.Get("News"), Addresses.News)),
            Item = entry.Card,
            Body = body.Content,
            Picture = entry.Card.Picture,
        };
        var canonical = Canonical(shown, entry.Card.Href, Addresses.NewsItem(shown.Item.Key));
        var image = entry.Card.Picture is { } picture ? site.Absolute(picture.Src) : null;
        var json = JsonLd.News(entry.Card, canonical, image, FrenchDates.Iso(shown.Item.Date, site.Zone), shown.Owner.Name);
        var page = builder.Add(entry.Card.Href, main, Descriptions.Of(shown.Item, site), canonical, entry.Card.Picture, article: true, sharedMain: !shown.IsOwn, source: Source(shown.Item), jsonLd: json);
        builder.Remember(entry, page, body.Content);
    }

    private void Event(EventEntry entry)
    {
        var shown = entry.Shown;
        var item = shown.Item;
        var body = Body(shown);
        var place = entry.Place;
        var placeCard = place is null ? null : PlaceCard(item);
        if (builder.AddAgain(entry, entry.Card.Picture, body.Content, placeCard))
            return;
        var geo = place?.Geo ?? item.Location?.Geo;
        var registrationHref = Labels.AddressIn(item.Registration);
        var main = new EventMain
        {
            Title = entry.Card.Title,
            Breadcrumb = PageBuilder.Under(new Link(GeneratorTexts.Get("Agenda"), Addresses.Agenda)),
            Item = entry.Card,
            Body = body.Content,
            Picture = entry.Card.Picture,
            Place = placeCard,
            PlaceName = FrenchText.TypesetOrNull(place?.Title ?? item.Location?.Name),
            PlaceAddress = place is not null ? CardBook.Address(place) : item.Location?.Address,
            Geo = geo is { } point ? new(point.Latitude, point.Longitude) : null,
            Organizer = item.Organizer,
            Price = item.Price,
            Registration = item.Registration,
            RegistrationHref = registrationHref,
            CalendarHref = Addresses.EventCalendar(shown.Slug),
            NextDates = NextDatesOf(entry),
        };
        var canonical = Canonical(shown, entry.Card.Href, Addresses.Event(item.Key));
        var image = entry.Card.Picture is { } picture ? site.Absolute(picture.Src) : null;
        var page = builder.Add(entry.Card.Href, main, Descriptions.Of(item, site), canonical, entry.Card.Picture, article: true, sharedMain: !shown.IsOwn, source: Source(item), jsonLd: JsonLd.Event(main, canonical, image));
        builder.Remember(entry, page, body.Content, placeCard);
    }

    // The place's own page is linked only where this site shows it.
    private DirectoryCard? PlaceCard(EventItem item)
    {
        if (item.Place is not { } place)
            return null;
        var key = item.SiteKey == site.Site.Key || place.Contains('/') ? place : $"{item.SiteKey}/{place}";
        if (key.StartsWith(site.Site.Key + "/", StringComparison.Ordinal))
            key = key[(site.Site.Key.Length + 1)..];
        return site.Cards.ByKey.GetValueOrDefault(key);
    }

    private ImmutableArray<EventWhen> NextDatesOf(EventEntry entry)
    {
        if (!entry.Schedule.Repeats)
            return [];
        var horizon = site.Now + NodaTime.Duration.FromDays(366);
        return [.. entry.Schedule.Between(site.Now, horizon).Take(NextDates).Select(o => EventTimes.Of(o, null, site.Zone))];
    }

    private void Directory(DirectoryCardEntry entry)
    {
        var shown = entry.Shown;
        var body = Body(shown);
        if (builder.AddAgain(entry, entry.Card.Picture, body.Content))
            return;
        var main = new DirectoryEntryMain
        {
            Title = entry.Card.Title,
            Breadcrumb = PageBuilder.Under(new Link(GeneratorTexts.Get("Directory"), Addresses.Directory)),
            Item = entry.Card,
            Body = body.Content,
            Picture = entry.Card.Picture,
        };
        var canonical = Canonical(shown, entry.Card.Href, Addresses.Entry(shown.Item.Key));
        var image = entry.Card.Picture is { } picture ? site.Absolute(picture.Src) : null;
        var page = builder.Add(entry.Card.Href, main, Descriptions.Of(shown.Item, site), canonical, entry.Card.Picture, sharedMain: !shown.IsOwn, source: Source(shown.Item), jsonLd: JsonLd.Place(entry.Card, shown.Item, canonical, image, site.Today));
        builder.Remember(entry, page, body.Content);
    }

    private void Document(DocumentCardEntry entry)
    {
        var item = entry.Item;
        var body = bodies.Own(item);
        faults.Bodies(item, body);
        var main = new DocumentMain
        {
            Title = entry.Card.Title,
            Breadcrumb = PageBuilder.Under(new Link(GeneratorTexts.Get("Documents"), Addresses.Documents)),
            Item = entry.Card,
            Body = body.Content,
        };
        builder.Add(entry.Card.Href, main, Descriptions.Of(item, site), source: Source(item));
    }

    // A page that its author put into the text as a card needs no second one under it.
    private static bool IsACard(Page page, TreePage child) =>
        page.Body.Contains("::: cards", StringComparison.Ordinal)
        && (page.Body.Contains($"]({child.Path})", StringComparison.Ordinal) || page.Body.Contains($"]({child.Page.Path})", StringComparison.Ordinal));

    private void Page(TreePage page)
    {
        var item = page.Page;
        var body = page.Shared is { } shared ? bodies.Shared(shared, SisterLinks(shared.Owner)) : bodies.Own(item);
        if (page.Shared is null)
            faults.Bodies(item, body);
        var picture = page.Shared is { } shownPage ? site.Cards.Picture(shownPage) : site.Media.Picture(item.Image, item.SiteKey, item.ImageAlt);
        var main = new ContentMain
        {
            Title = page.Title,
            Breadcrumb = PageBuilder.Under([.. page.Ancestry.SkipLast(1).Select(p => new Link(p.Title, p.Path))]),
            Summary = page.Summary,
            Template = item.Template == PageTemplate.Landing ? "landing" : "standard",
            Picture = picture,
            Body = body.Content,
            LocalNavigation = PageTree.Local(page),
            Children = [.. page.MenuChildren.Where(c => !IsACard(item, c)).Select(c => new PageCard(c.Title, c.Path, c.Summary, null))],
            Topics = site.Cards.NewsTopicsOf(item),
            UpdatedAt = item.UpdatedAt is { } updated ? FrenchDates.Stamp(site.Territory.Local(updated).Date) : null,
            Origin = page.Shared is { } s ? CardBook.Origin(s, item.Path) : null,
            Note = page.Shared?.Note,
        };
        var canonical = page.Shared is { } owned ? owned.Owner.BaseUrl + item.Path : null;
        builder.Add(page.Path, main, Descriptions.Of(item, site), canonical, picture, source: Source(item));
    }

    private Dictionary<string, Dictionary<string, string>> Sisters { get; } = [];

    private LinkMap SisterLinks(Site owner)
    {
        if (!Sisters.TryGetValue(owner.Key, out var links))
        {
            links = [];
            foreach (var sister in site.SharedPages.Where(p => p.Owner.Key == owner.Key))
            {
                links[sister.Item.Path] = $"/{sister.Slug}/";
                links.TryAdd(sister.Item.MountedPath, $"/{sister.Slug}/");
            }
            Sisters[owner.Key] = links;
        }
        return LinkMap.Mounted(owner, links);
    }

    private PlannedBody Body<T>(Shown<T> shown)
        where T : ContentItem
    {
        var body = bodies.Of(shown);
        if (shown.IsOwn)
            faults.Bodies(shown.Item, body);
        return body;
    }

    private string Canonical<T>(Shown<T> shown, string here, string path)
        where T : ContentItem =>
        shown.IsOwn ? site.Absolute(here) : shown.Owner.BaseUrl + path;

    private static PageSource? Source(ContentItem item) =>
        item.Source is { } source ? new(item.SiteKey, source.File, source.BodyLine, item.Body) : null;
}
