using System.Collections.Concurrent;
using NodaTime;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Syndication;
using SiteFactory.Generator.Plan.Models;

namespace SiteFactory.Generator.Plan;

/// <summary>One snapshot being planned: what all its sites share.</summary>
internal sealed class TerritoryScope
{
    private readonly ConcurrentDictionary<string, Lazy<SiteScope>> _sites = new();
    private readonly ConcurrentDictionary<string, SheetFacts> _sheets = new();
    private readonly Dictionary<string, string> _topics;

    public TerritoryScope(TerritorySnapshot snapshot, GenerationSettings settings, PlanMemory memory, IReadOnlyDictionary<string, SiteView>? previousViews = null, SyndicationIndex? previousIndex = null)
    {
        Search = new(this, memory.Search);
        Snapshot = snapshot;
        Settings = settings;
        Memory = memory;
        PreviousViews = previousViews;
        Index = SyndicationIndex.Of(snapshot, previousIndex);
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(snapshot.Territory.TimeZone) ?? DateTimeZoneProviders.Tzdb["Europe/Paris"];
        Today = settings.Now.InZone(Zone).Date;
        HolidaysAhead = Holidays(Today, snapshot);
        Media = new(snapshot);
        _topics = [];
        foreach (var topic in snapshot.Territory.Topics)
            _topics[topic.Key] = topic.Label;
    }

    public TerritorySnapshot Snapshot { get; }

    public GenerationSettings Settings { get; }

    public PlanMemory Memory { get; }

    public TerritorySearch Search { get; }

    public IReadOnlyDictionary<string, SiteView>? PreviousViews { get; }

    public SyndicationIndex Index { get; }

    public DateTimeZone Zone { get; }

    public LocalDate Today { get; }

    public MediaIndex Media { get; }

    /// <summary>Public holidays of this year and the next, from the first of this year: they change with the year only.</summary>
    public System.Collections.Immutable.ImmutableArray<LocalDate> HolidaysAhead { get; }

    /// <summary>A site's scope, made once.</summary>
    public SiteScope Site(string key) =>
        _sites.GetOrAdd(key, k => new(() => new SiteScope(this, SyndicationPlan.For(Index, k, PreviousViews?.GetValueOrDefault(k))))).Value;

    /// <summary>Lets go of a site that is planned; it is made again for who still asks.</summary>
    public void Leave(string key)
    {
        if (Settings.Search)
            Search.Gather(key);
        if (key != Snapshot.Metropole?.Site.Key)
            _sites.TryRemove(key, out _);
    }

    /// <summary>What every site needs to know of a sheet.</summary>
    public SheetFacts Facts(Sheet sheet) => _sheets.GetOrAdd(sheet.Id, _ => SheetFacts.Of(sheet));

    /// <summary>A commune's code, which tells the region whose public holidays hold.</summary>
    public string? Insee => Snapshot.Sites.Values.Select(s => s.Site.Insee).FirstOrDefault(i => i is not null);

    public string TopicLabel(string key) => _topics.GetValueOrDefault(key, key);

    private static System.Collections.Immutable.ImmutableArray<LocalDate> Holidays(LocalDate today, TerritorySnapshot snapshot)
    {
        var region = PublicHolidays.RegionOf(snapshot.Sites.Values.Select(s => s.Site.Insee).FirstOrDefault(i => i is not null));
        var first = new LocalDate(today.Year, 1, 1);
        return [.. Enumerable.Range(0, 731).Select(first.PlusDays).Where(d => d.Year <= today.Year + 1 && PublicHolidays.Contains(d, region))];
    }

    public LocalDateTime Local(Instant instant) => instant.InZone(Zone).LocalDateTime;
}

/// <summary>Every media file of the territory by owner and path.</summary>
internal sealed class MediaIndex
{
    private readonly Dictionary<(string Site, string Path), MediaItem> _items = [];

    public MediaIndex(TerritorySnapshot snapshot)
    {
        foreach (var site in snapshot.Sites.Values)
        {
            foreach (var item in site.Media)
                _items[(site.Site.Key, item.Path)] = item;
        }
    }

    public MediaItem? Find(string siteKey, string path) => _items.GetValueOrDefault((siteKey, path));
}
