using System.Collections.Immutable;
using System.Text;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Render.Feeds;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan.Feeds;

/// <summary>The files beside the pages: feeds, calendars, map data, sitemap, manifest, service worker.</summary>
internal sealed class FeedPlanner(SiteScope site, SiteShell shell, IReadOnlyList<PageOutput> pages, CalendarPlanner calendars)
{
    private const int FeedEntries = 20;

    public IEnumerable<PlannedOutput> Plan() =>
    [
        .. News(),
        .. calendars.Plan(),
        .. new EverydayFeeds(site).Plan(),
        Directory(),
        Alerts(),
        .. Sitemaps(),
        Small("robots.txt", PlainFiles.Robots(site.Absolute("/sitemap.xml"), indexed: true, [Addresses.Search + "?", Addresses.SearchIndex, Addresses.TerritorySearchIndex])),
        Small(".well-known/security.txt", Security()),
        Small("manifest.webmanifest", Manifest()),
        Small("opensearch.xml", PlainFiles.OpenSearch(site.Site.Name, GeneratorTexts.Format("SearchOf", site.Site.Name), site.Absolute($"{Addresses.Search}?q={{searchTerms}}"), null)),
        ServiceWorker.Plan(shell),
    ];

    private IEnumerable<PlannedOutput> News()
    {
        var info = new FeedInfo(
            GeneratorTexts.Format("FeedTitle", site.Site.Name),
            GeneratorTexts.Format("NewsDescription", site.OfName),
            site.Absolute(Addresses.News),
            site.Absolute(Addresses.Atom),
            site.Absolute(Addresses.JsonFeed),
            site.Contact.Name,
            site.Site.BaseUrl + "/",
            shell.Logo is { } logo ? site.Absolute(logo.Src) : null);
        var entries = site.Cards.News.Take(FeedEntries).Select(Entry).ToImmutableArray();
        yield return Small("actualites/flux.xml", NewsFeed.Atom(info, entries));
        yield return Small("actualites/flux.json", NewsFeed.Json(info, entries));
    }

    private FeedEntry Entry(NewsEntry entry)
    {
        var item = entry.Shown.Item;
        var published = item.Date.InZoneLeniently(site.Zone).ToInstant();
        var updated = item.UpdatedAt is { } change && change > published ? change : published;
        return new(
            item.Id,
            site.Absolute(entry.Card.Href),
            entry.Card.Origin?.Href,
            entry.Card.Title,
            item.Summary,
            null,
            published,
            updated,
            entry.Shown.Owner.Name,
            entry.Shown.Owner.BaseUrl + "/",
            [.. entry.Card.Topics.Select(t => new FeedTag(t.Key, t.Label))],
            entry.Card.Picture is { } picture ? new(site.Absolute(picture.Src), MediaType(picture.Src), null) : null);
    }

    private static string MediaType(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "png" => "image/png",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        "gif" => "image/gif",
        _ => "image/jpeg",
    };

    private DataOutput Directory()
    {
        var entries = site.Cards.Directory.Where(d => d.Shown.Item.Geo is not null).Select(d => new MapEntry(
            d.Shown.Item.Id,
            site.Absolute(d.Card.Href),
            d.Card.Title,
            d.Card.Type,
            d.Card.Category,
            d.Shown.Item.Address,
            d.Shown.Item.PostalCode,
            d.Shown.Item.City,
            d.Card.Phones.FirstOrDefault(),
            d.Shown.Item.Hours,
            d.Card.Accessible,
            d.Shown.Owner.Name,
            d.Shown.Item.Geo!.Value));
        return Small("annuaire.geojson", DirectoryMap.GeoJson([.. entries]));
    }

    private DataOutput Alerts() => Small("alertes.json", AlertFeed.Of(
    [
        .. site.Alerts.Select((a, i) => new AlertEntry(
            a.Item.Id,
            a.Title,
            a.Item.Summary is { } summary ? System.Net.WebUtility.HtmlEncode(summary) : null,
            a.Item.Severity,
            a.Item.From,
            a.Item.Until,
            shell.Alerts[i].Link?.Href,
            a.Owner.Name)),
    ]));

    private IEnumerable<PlannedOutput> Sitemaps()
    {
        var known = pages
            .Where(p => !p.Page.Head.NoIndex && p.Page.Head.Path != Addresses.Search && p.Page.Head.Canonical == site.Absolute(p.Page.Head.Path))
            .OrderBy(p => p.Path, StringComparer.Ordinal)
            .Select(p => new SitemapPage(site.Absolute(p.Page.Head.Path), null));
        return Sitemap.Of(site.Site.BaseUrl, [.. known]).Select(f => Small(f.Path.TrimStart('/'), f.Bytes));
    }

    // Whoever has no mail address is reached by its contact page.
    private byte[] Security() => PlainFiles.Security(
        [site.Site.Contact?.Email is { } email ? $"mailto:{email}" : site.Absolute(Addresses.Contact)],
        site.Absolute("/.well-known/security.txt"),
        site.Now);

    private byte[] Manifest()
    {
        var made = site.Media.Icons(site.IsMetropole ? site.Territory.Snapshot.Territory.Brand.Logo : site.Site.Brand.Logo, "#ffffff");
        ImmutableArray<ManifestIcon> icons = made is not null ? [.. made.App.Select(Icon)]
            : shell.Logo is { } logo ? [new(logo.Src, "any", MediaType(logo.Src), "any")]
            : [];
        return WebManifest.Of(new(
            site.Site.Name,
            site.Site.Name,
            GeneratorTexts.Format(site.IsMetropole ? "HomeDescriptionMetropole" : "HomeDescription", site.IsMetropole ? site.Site.Name : site.OfName),
            shell.ThemeColor,
            "#ffffff",
            icons,
            Shortcuts()));
    }

    // Browsers show four: the most used services first.
    private ImmutableArray<ManifestShortcut> Shortcuts() =>
    [
        .. site.Services.Featured.Select(e => new ManifestShortcut(e.Card.Title, e.Card.Href) { Icon = Addresses.ServiceIcon(e.Service.Key) })
            .Concat(
            [
                new(GeneratorTexts.Get("Services"), Addresses.Services),
                new(GeneratorTexts.Get("News"), Addresses.News),
                new(GeneratorTexts.Get("Agenda"), Addresses.Agenda),
                new(GeneratorTexts.Get("Contact"), Addresses.Contact),
            ])
            .Take(4),
    ];

    private static ManifestIcon Icon(SiteIcon icon) => new(
        icon.Variant.Address,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{icon.Variant.Width}x{icon.Variant.Width}"),
        icon.Variant.Format.MediaType(),
        icon.Maskable ? "maskable" : "any");

    private static DataOutput Small(string path, byte[] bytes) => DataOutput.Of(path, bytes);
}

/// <summary>The whole agenda, and one calendar an event.</summary>
internal sealed class CalendarPlanner(SiteScope site)
{
    private readonly CalendarZone _zone = CalendarZone.Of(site.Zone);
    private readonly StringBuilder _text = new(1024);

    /// <summary>The calendars of single events by their entries, for the next plan.</summary>
    public Dictionary<object, DataOutput> Items { get; } = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<PlannedOutput> Plan()
    {
        var info = new CalendarInfo(GeneratorTexts.Format("CalendarTitle", site.Site.Name), null, site.Absolute(Addresses.Agenda));
        var upcoming = site.Cards.Upcoming.Select(Event).ToImmutableArray();
        yield return DataOutput.Of("agenda/agenda.ics", EventCalendar.Of(info, upcoming, _zone));
        foreach (var entry in site.Cards.Events)
            yield return Items[entry] = site.Remembered.Calendar(entry) ?? One(entry);
    }

    private DataOutput One(EventEntry entry)
    {
        var item = Event(entry);
        return new(Addresses.EventCalendar(entry.Shown.Slug)[1..], Inputs(item), () =>
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>(2048);
            EventCalendar.Write(buffer, item, _zone);
            return buffer.WrittenMemory;
        });
    }

    private CalendarEvent Event(EventEntry entry)
    {
        var item = entry.Shown.Item;
        var place = entry.Place;
        var name = place?.Title ?? item.Location?.Name;
        var address = place is not null ? CardBook.Address(place) : item.Location?.Address;
        var description = string.Join("\n", new[] { item.Summary, item.Price, item.Registration }.Where(t => t is { Length: > 0 }));
        return new(
            item,
            entry.Schedule,
            entry.Card.Title,
            description.Length == 0 ? null : description,
            site.Absolute(entry.Card.Href),
            name is null ? null : address is null ? name : $"{name}, {address}",
            place?.Geo ?? item.Location?.Geo,
            [.. entry.Card.Topics.Select(t => t.Label)]);
    }

    // Every field of CalendarEvent and every field of the item that a calendar carries; a test changes each in turn.
    private Fingerprint Inputs(CalendarEvent e)
    {
        _text.Clear();
        void Add<T>(T value) => _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{value}\u001f");
        Add(site.Territory.Settings.Code);
        Add(site.Zone.Id);
        Add(e.Title);
        Add(e.Description);
        Add(e.Url);
        Add(e.Location);
        Add(e.Geo?.Latitude);
        Add(e.Geo?.Longitude);
        foreach (var category in e.Categories)
            Add(category);
        var item = e.Item;
        Add(item.Id);
        Add(item.Start);
        Add(item.End);
        Add(item.AllDay);
        Add(item.RecurrenceRule);
        foreach (var date in item.Dates)
            Add(date);
        Add("-");
        foreach (var date in item.ExceptDates)
            Add(date);
        Add(item.EventStatus);
        Add(item.UpdatedAt);
        Add(item.PublishAt);
        Add(item.Organizer);
        return Fingerprint.Of(_text.ToString());
    }
}
