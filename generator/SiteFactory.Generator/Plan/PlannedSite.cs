using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.EServices.Catalogue;

namespace SiteFactory.Generator.Plan;

/// <summary>A plan and what it was made from.</summary>
/// <param name="Plan">Null when it is not kept.</param>
/// <param name="Dependencies">Other sites whose content the plan used.</param>
/// <param name="AskedViews">Other sites that answered for what they show.</param>
internal sealed record PlannedSite(
    SitePlan? Plan,
    SiteView View,
    NodaTime.Instant At,
    TerritorySnapshot Snapshot,
    IReadOnlySet<string> Dependencies,
    IReadOnlyDictionary<string, SiteView> AskedViews,
    ImmutableArray<NodaTime.LocalDate> Holidays,
    PortalCatalogues Catalogues)
{
    /// <summary>Whether the plan has pictures in AVIF.</summary>
    public bool Avif { get; init; }

    /// <summary>A site's plan, just made.</summary>
    public static PlannedSite Of(SitePlan? plan, SiteScope site)
    {
        var territory = site.Territory;
        return new(plan, site.View, territory.Settings.Now, territory.Snapshot, site.Dependencies, site.AskedViews, territory.HolidaysAhead, territory.Settings.Catalogues)
        {
            Avif = territory.Settings.Avif,
        };
    }

    /// <summary>Whether planning again would give the same plan.</summary>
    public bool StillHolds(SiteView view, TerritoryScope territory)
    {
        if (Avif != territory.Settings.Avif)
            return false;
        if (!ReferenceEquals(view, View) || At != territory.Settings.Now || !Holidays.AsSpan().SequenceEqual(territory.HolidaysAhead.AsSpan()))
            return false;
        if (!ReferenceEquals(Catalogues, territory.Settings.Catalogues) || !ReferenceEquals(Snapshot.Territory, territory.Snapshot.Territory))
            return false;
        if (Snapshot.Metropole?.Site.Key != territory.Snapshot.Metropole?.Site.Key || !ReferenceEquals(Snapshot.Sheets, territory.Snapshot.Sheets))
            return false;
        foreach (var key in Dependencies)
        {
            if (!ReferenceEquals(Snapshot.Sites.GetValueOrDefault(key), territory.Snapshot.Sites.GetValueOrDefault(key)))
                return false;
        }
        return AskedViews.All(a => ReferenceEquals(territory.Site(a.Key).View, a.Value));
    }
}
