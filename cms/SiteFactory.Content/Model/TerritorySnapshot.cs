using System.Collections.Immutable;
using SiteFactory.Content.Sheets;

namespace SiteFactory.Content.Model;

/// <summary>
/// The whole territory at one revision. Immutable; a new snapshot shares what did not change with the one before,
/// so that reference equality of a <see cref="SiteContent"/> or an item means "unchanged".
/// </summary>
/// <param name="Sites">Ordered by site key (ordinal).</param>
public sealed record TerritorySnapshot(Territory Territory, ImmutableSortedDictionary<string, SiteContent> Sites)
{
    /// <summary>The service-public.fr sheets that the territory keeps, by id.</summary>
    public ImmutableSortedDictionary<string, Sheet> Sheets { get; init; } = ImmutableSortedDictionary<string, Sheet>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The métropole's own site, when the territory has one.</summary>
    public SiteContent? Metropole => Sites.Values.FirstOrDefault(s => s.Site.Kind == SiteKind.Metropole);
}

/// <summary>Everything one site owns. Lists are ordered by key (ordinal), so that equal content is equal in order.</summary>
public sealed record SiteContent(
    Site Site,
    ImmutableArray<Page> Pages,
    ImmutableArray<NewsItem> News,
    ImmutableArray<EventItem> Events,
    ImmutableArray<DirectoryEntry> Directory,
    ImmutableArray<OfficialDocument> Documents,
    ImmutableArray<Alert> Alerts,
    ImmutableArray<MediaItem> Media,
    ImmutableArray<Overlay> Overlays)
{
    /// <summary>A site that owns nothing yet.</summary>
    public static SiteContent Empty(Site site) => new(site, [], [], [], [], [], [], [], []);

    /// <summary>Waste collections, menus, works, job offers, rooms.</summary>
    public EverydayServices Everyday { get; init; } = EverydayServices.None;

    /// <summary>Every item of every kind, in a fixed order.</summary>
    public IEnumerable<ContentItem> Items =>
        Pages.Cast<ContentItem>().Concat(News).Concat(Events).Concat(Directory).Concat(Documents).Concat(Alerts);
}
