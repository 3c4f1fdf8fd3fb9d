using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>
/// What each site offers to the others, gathered once a snapshot, so that a site's view costs what the site owns and is
/// offered, not what the territory holds. Only published items are offered: nobody sees a neighbour's drafts.
/// </summary>
public sealed class SyndicationIndex
{
    private readonly Dictionary<string, ImmutableArray<string>> _zones;
    private readonly Dictionary<string, (SiteContent Content, ImmutableArray<Offered> Offers)> _offers;
    private readonly Dictionary<string, ImmutableArray<Offered>> _toSite;
    private readonly ImmutableArray<Offered> _toAll;

    private SyndicationIndex(TerritorySnapshot snapshot, SyndicationIndex? previous)
    {
        Snapshot = snapshot;
        _zones = ZonesBySite(snapshot);
        _offers = snapshot.Sites.ToDictionary(s => s.Key, s => (s.Value, previous?.OffersOf(s.Value) ?? OffersIn(s.Value)));
        var targeted = snapshot.Sites.Keys.ToDictionary(k => k, _ => new List<Offered>());
        var toAll = new List<Offered>();
        foreach (var site in snapshot.Sites.Keys)
        {
            foreach (var offer in _offers[site].Offers)
                Address(offer, toAll, targeted);
        }
        toAll.Sort(Offered.Precedence);
        foreach (var offers in targeted.Values)
            offers.Sort(Offered.Precedence);
        _toAll = Reuse.Array(toAll, previous?._toAll ?? [], Offered.Same);
        _toSite = targeted.ToDictionary(
            t => t.Key,
            t => Reuse.Array(t.Value, previous?._toSite.GetValueOrDefault(t.Key, []) ?? [], Offered.Same));
    }

    public TerritorySnapshot Snapshot { get; }

    /// <summary>The index of a snapshot.</summary>
    /// <param name="previous">An earlier snapshot's index: what did not change is taken from it.</param>
    public static SyndicationIndex Of(TerritorySnapshot snapshot, SyndicationIndex? previous = null) =>
        previous is not null && ReferenceEquals(previous.Snapshot, snapshot) ? previous : new(snapshot, previous);

    /// <summary>Keys of the zones a site lies in, in the territory's order.</summary>
    public ImmutableArray<string> ZonesOf(string siteKey) => _zones.GetValueOrDefault(siteKey, []);

    internal ViewInputs InputsOf(string siteKey) =>
        new(Snapshot.Territory, Snapshot.Sites[siteKey], ZonesOf(siteKey), _toAll, _toSite[siteKey]);

    private static Dictionary<string, ImmutableArray<string>> ZonesBySite(TerritorySnapshot snapshot) =>
        snapshot.Territory.Zones
            .SelectMany(z => z.Sites.Distinct(StringComparer.Ordinal).Select(s => (Site: s, Zone: z.Key)))
            .GroupBy(p => p.Site, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Zone).ToImmutableArray());

    private ImmutableArray<Offered>? OffersOf(SiteContent content) =>
        _offers.TryGetValue(content.Site.Key, out var known) && ReferenceEquals(known.Content, content) ? known.Offers : null;

    private static ImmutableArray<Offered> OffersIn(SiteContent content) =>
        [.. content.Items
            .Where(i => i.Status == PublicationStatus.Published && !i.AudienceOrDefault(content.Site.Kind).IsNone)
            .Select(i => new Offered(i, content.Site))];

    private void Address(Offered offer, List<Offered> toAll, Dictionary<string, List<Offered>> targeted)
    {
        var audience = offer.Item.AudienceOrDefault(offer.Owner.Kind);
        if (audience.All)
        {
            toAll.Add(offer);
            return;
        }
        var zoneSites = Snapshot.Territory.Zones.Where(z => audience.Zones.Contains(z.Key)).SelectMany(z => z.Sites);
        foreach (var site in audience.Sites.Concat(zoneSites).Distinct(StringComparer.Ordinal))
        {
            if (site != offer.Owner.Key && targeted.TryGetValue(site, out var list))
                list.Add(offer);
        }
    }
}

/// <summary>Keeps the array of before when nothing in it changed, so that reference equality means "unchanged".</summary>
internal static class Reuse
{
    public static ImmutableArray<T> Array<T>(List<T> now, ImmutableArray<T> before, Func<T, T, bool> same)
    {
        if (now.Count != before.Length)
            return [.. now];
        for (var i = 0; i < before.Length; i++)
        {
            if (!same(now[i], before[i]))
                return [.. now];
        }
        return before;
    }
}
