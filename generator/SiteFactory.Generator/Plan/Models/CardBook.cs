using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;
using SiteFactory.Content.Syndication;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>The cards of one site's items, in the order in which lists show them.</summary>
internal sealed class CardBook
{
    private readonly SiteScope _site;
    private readonly ConcurrentDictionary<string, bool> _placeOwners = new();

    public CardBook(SiteScope site)
    {
        _site = site;
        News = [.. site.News.Select(NewsEntry)];
        Events = [.. site.Events.Select(EventEntry)];
        Upcoming = [.. Events.Where(e => e.Next is not null).OrderBy(e => e.Next!.Value.Start.ToInstant()).ThenBy(e => e.Shown.Item.Id)];
        Directory = [.. site.Directory.Select(DirectoryEntryOf).OrderBy(e => e.Card.Title, FrenchOrder.Comparer)];
        Documents = [.. site.Documents.Select(DocumentEntry).OrderByDescending(d => d.Item.PostedAt ?? d.Item.Session?.AtMidnight()).ThenBy(d => d.Item.Key, StringComparer.Ordinal)];
        ByKey = ByReference();
        NewsTopics = [.. News.SelectMany(n => n.Shown.Item.Topics)];
        EventTopics = [.. Events.SelectMany(e => e.Shown.Item.Topics)];
    }

    public ImmutableArray<NewsEntry> News { get; }

    /// <summary>Every event, past ones included, by start.</summary>
    public ImmutableArray<EventEntry> Events { get; }

    /// <summary>What is going on or to come, by next occurrence.</summary>
    public ImmutableArray<EventEntry> Upcoming { get; }

    public ImmutableArray<DirectoryCardEntry> Directory { get; }

    public ImmutableArray<DocumentCardEntry> Documents { get; }

    /// <summary>Entries by <c>mairie</c> (own) and <c>metropole/musee</c>.</summary>
    public Dictionary<string, DirectoryCard> ByKey { get; }

    /// <summary>Sites whose places were asked for.</summary>
    public IEnumerable<string> PlaceOwners => _placeOwners.Keys;

    /// <summary>Keys of the topics that have a list of news.</summary>
    public ImmutableSortedSet<string> NewsTopics { get; }

    /// <summary>Keys of the topics that have a list of events, past ones included.</summary>
    public ImmutableSortedSet<string> EventTopics { get; }

    private NewsEntry NewsEntry(Shown<NewsItem> shown)
    {
        var item = shown.Item;
        var (picture, media) = (Picture(shown), Media(shown));
        if (_site.Remembered.Entry<NewsEntry>(item) is { } known && known.Shown == shown && ReferenceEquals(known.Media, media))
            return known;
        return new(shown, media, new(
            FrenchText.Typeset(shown.Title),
            Addresses.NewsItem(shown.Slug),
            FrenchText.TypesetOrNull(item.Summary),
            FrenchDates.Stamp(item.Date.Date),
            picture,
            Topics(item, Addresses.News),
            Origin(shown, Addresses.NewsItem(item.Key)),
            shown.Pinned,
            FrenchText.TypesetOrNull(shown.Note)));
    }

    private EventEntry EventEntry(Shown<EventItem> shown)
    {
        var times = _site.Territory.Memory.Events.Of(shown.Item, _site.Now, _site.Zone);
        var (picture, media, place) = (Picture(shown), Media(shown), PlaceOf(shown.Item));
        return _site.Remembered.Entry<EventEntry>(shown.Item) is { } known && known.Shown == shown && ReferenceEquals(known.Times, times)
            && ReferenceEquals(known.Media, media) && ReferenceEquals(known.Place, place)
            ? known
            : new(shown, media, place, times, Card(shown, times.When, picture, place));
    }

    /// <summary>The card of one occurrence, for the page of a month.</summary>
    public static EventCard At(EventEntry entry, Occurrence occurrence, DateTimeZone zone) =>
        entry.Schedule.Repeats ? entry.Card with { When = EventTimes.Of(occurrence, entry.Card.When.Recurrence, zone) } : entry.Card;

    private EventCard Card(Shown<EventItem> shown, EventWhen when, Theming.Pictures.PictureModel? picture, DirectoryEntry? place)
    {
        var item = shown.Item;
        return new(
            FrenchText.Typeset(shown.Title),
            Addresses.Event(shown.Slug),
            FrenchText.TypesetOrNull(item.Summary),
            when,
            FrenchText.TypesetOrNull(place?.Title ?? item.Location?.Name),
            item.EventStatus switch
            {
                EventStatus.Full => "full",
                EventStatus.Postponed => "postponed",
                EventStatus.Cancelled => "cancelled",
                _ => "scheduled",
            },
            picture,
            Topics(item, Addresses.Agenda),
            Origin(shown, Addresses.Event(item.Key)),
            shown.Pinned,
            FrenchText.TypesetOrNull(shown.Note));
    }

    /// <summary>The directory entry where an event takes place: a key of its owner's directory, or <c>site/key</c>.</summary>
    private DirectoryEntry? PlaceOf(EventItem item)
    {
        if (item.Place is not { } place)
            return null;
        var slash = place.IndexOf('/');
        var owner = slash < 0 ? item.SiteKey : place[..slash];
        var key = slash < 0 ? place : place[(slash + 1)..];
        _placeOwners.TryAdd(owner, true);
        return _site.Territory.Snapshot.Sites.GetValueOrDefault(owner)?.Directory.FirstOrDefault(d => d.Key == key);
    }

    private DirectoryCardEntry DirectoryEntryOf(Shown<DirectoryEntry> shown)
    {
        var item = shown.Item;
        var (picture, media) = (Picture(shown), Media(shown));
        if (_site.Remembered.Entry<DirectoryCardEntry>(item) is { } known && known.Shown == shown && ReferenceEquals(known.Media, media))
            return known;
        return new(shown, media, new(
            shown.Slug,
            FrenchText.Typeset(shown.Title),
            Addresses.Entry(shown.Slug),
            FrenchText.TypesetOrNull(item.Summary),
            Labels.TypeKey(item.Entry),
            Labels.Of(item.Entry),
            item.Category,
            item.Role,
            Address(item),
            item.Phones,
            item.Emails,
            [.. item.Urls.Select(u => new Link(Labels.Host(u), u, External: true))],
            item.Geo is { } geo ? new(geo.Latitude, geo.Longitude) : null,
            HoursModels.Of(item.Hours, item.Closures, _site.Territory),
            item.Accessible,
            picture,
            Origin(shown, Addresses.Entry(item.Key))));
    }

    public static string? Address(DirectoryEntry item)
    {
        var city = string.Join(' ', new[] { item.PostalCode, item.City }.Where(p => p is { Length: > 0 }));
        var parts = new[] { item.Address, city }.Where(p => p is { Length: > 0 });
        var text = string.Join(", ", parts);
        return text.Length == 0 ? null : text;
    }

    private DocumentCardEntry DocumentEntry(OfficialDocument item)
    {
        var author = item.Author is { } a
            ? string.Join(", ", new[] { string.Join(' ', new[] { a.FirstName, a.LastName }.Where(p => p is { Length: > 0 })), a.Capacity }.Where(p => p is { Length: > 0 }))
            : null;
        return new(item, new(
            FrenchText.Typeset(item.Title),
            Addresses.Document(item.Key),
            Labels.TypeKey(item.Type),
            Labels.Of(item.Type),
            item.Session is { } session ? FrenchDates.Stamp(session) : null,
            item.Reference,
            author is { Length: > 0 } ? author : null,
            item.PostedAt is { } posted ? FrenchDates.Stamp(posted.Date) : null,
            _site.Media.File(item.File, item.SiteKey),
            FrenchText.TypesetOrNull(item.Summary)));
    }

    private Dictionary<string, DirectoryCard> ByReference()
    {
        var cards = new Dictionary<string, DirectoryCard>();
        foreach (var entry in Directory)
            cards[entry.Shown.IsOwn ? entry.Shown.Item.Key : $"{entry.Shown.Owner.Key}/{entry.Shown.Item.Key}"] = entry.Card;
        return cards;
    }

    public Theming.Pictures.PictureModel? Picture<T>(Shown<T> shown)
        where T : ContentItem =>
        shown.Image is { } image ? _site.Media.Picture($"{image.SiteKey}/{image.Path}", image.SiteKey, shown.ImageAlt) : null;

    // The picture's file and what the library says of it.
    private MediaItem? Media<T>(Shown<T> shown)
        where T : ContentItem =>
        shown.Image is { } image ? _site.Territory.Media.Find(image.SiteKey, image.Path) : null;

    public ImmutableArray<TopicTag> Topics(ContentItem item, string list)
    {
        if (item.Topics.IsEmpty)
            return [];
        return [.. item.Topics.Select(t => new TopicTag(t, _site.Territory.TopicLabel(t), Addresses.Topic(list, t)))];
    }

    /// <summary>The topics of a page that have news to show.</summary>
    public ImmutableArray<TopicTag> NewsTopicsOf(ContentItem item) =>
        [.. Topics(item, Addresses.News).Where(t => NewsTopics.Contains(t.Key))];

    public static Origin? Origin<T>(Shown<T> shown, string path)
        where T : ContentItem =>
        shown.IsOwn ? null : new(shown.Owner.Name, shown.Owner.BaseUrl + path);
}

internal sealed record NewsEntry(Shown<NewsItem> Shown, MediaItem? Media, NewsCard Card);

/// <param name="Place">Where it takes place, when a directory knows that.</param>
internal sealed record EventEntry(Shown<EventItem> Shown, MediaItem? Media, DirectoryEntry? Place, EventTimes Times, EventCard Card)
{
    public EventSchedule Schedule => Times.Schedule;

    public Occurrence? Next => Times.Next;
}

internal sealed record DirectoryCardEntry(Shown<DirectoryEntry> Shown, MediaItem? Media, DirectoryCard Card);

internal sealed record DocumentCardEntry(OfficialDocument Item, DocumentCard Card);
