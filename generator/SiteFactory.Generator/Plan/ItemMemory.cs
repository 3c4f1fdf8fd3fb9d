using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// What a site's plan leaves to its next one: the cards, pages and calendars of items. Each is used again only when all that
/// it is made from is what it was: the item and how the site shows it, its picture, place and text, and the <see cref="PlanFrame"/>.
/// </summary>
internal sealed class ItemMemory
{
    private readonly PlanFrame? _frame;
    private readonly Dictionary<ContentItem, object> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyDictionary<object, PlannedPage> _pages = ImmutableDictionary<object, PlannedPage>.Empty;
    private readonly IReadOnlyDictionary<object, DataOutput> _calendars = ImmutableDictionary<object, DataOutput>.Empty;

    private ItemMemory()
    {
    }

    /// <summary>Of a plan just made.</summary>
    /// <param name="pages">By entry.</param>
    /// <param name="calendars">By entry.</param>
    public ItemMemory(PlanFrame frame, CardBook cards, IReadOnlyDictionary<object, PlannedPage> pages, IReadOnlyDictionary<object, DataOutput> calendars)
    {
        _frame = frame;
        _pages = pages;
        _calendars = calendars;
        foreach (var entry in cards.News)
            _entries[entry.Shown.Item] = entry;
        foreach (var entry in cards.Events)
            _entries[entry.Shown.Item] = entry;
        foreach (var entry in cards.Directory)
            _entries[entry.Shown.Item] = entry;
    }

    /// <summary>Of a site that was never planned.</summary>
    public static ItemMemory Empty { get; } = new();

    /// <summary>This, or nothing when something changed on which every item may depend.</summary>
    public ItemMemory In(PlanFrame frame) => _frame is { } before && before.Is(frame) ? this : Empty;

    /// <summary>The entry that was made of an item; null when none was, or of another kind.</summary>
    public T? Entry<T>(ContentItem item)
        where T : class => _entries.GetValueOrDefault(item) as T;

    /// <summary>The page that was planned for an entry.</summary>
    public PlannedPage? Page(object entry) => _pages.GetValueOrDefault(entry);

    /// <summary>The calendar that was planned for an entry.</summary>
    public DataOutput? Calendar(object entry) => _calendars.GetValueOrDefault(entry);
}

/// <summary>The page of an item as it was planned.</summary>
/// <param name="Body">The very text that it shows.</param>
/// <param name="Place">The very card of the place, for an event.</param>
internal sealed record PlannedPage(PageOutput Output, Fingerprint Shell, Fingerprint Head, BodyContent Body, DirectoryCard? Place);

/// <summary>What every item of a site may depend on, besides itself.</summary>
/// <param name="Holidays">Public holidays ahead.</param>
/// <param name="Insee">Tells the region whose holidays hold.</param>
internal sealed record PlanFrame(Site Site, Territory Territory, Instant Now, DateTimeZone Zone, ImmutableArray<LocalDate> Holidays, string? Insee, Fingerprint Code, bool Pictures, bool Avif)
{
    public static PlanFrame Of(TerritoryScope territory, Site site) => new(
        site, territory.Snapshot.Territory, territory.Settings.Now, territory.Zone, territory.HolidaysAhead, territory.Insee,
        territory.Settings.Code, territory.Settings.Pictures, territory.Settings.Avif);

    public bool Is(PlanFrame other) =>
        ReferenceEquals(Site, other.Site)
        && ReferenceEquals(Territory, other.Territory)
        && Now == other.Now
        && Zone.Equals(other.Zone)
        && Holidays.AsSpan().SequenceEqual(other.Holidays.AsSpan())
        && Insee == other.Insee
        && Code == other.Code
        && (Pictures, Avif) == (other.Pictures, other.Avif);
}
