using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>
/// What every site shows, and why. Pure: the same snapshot gives the same answer. The generator, the inbox, the preview
/// and "where is this shown?" all ask here.
/// </summary>
public static class SyndicationPlan
{
    /// <summary>One site's view. For several sites of a snapshot, make the index once.</summary>
    public static SiteView For(TerritorySnapshot snapshot, string siteKey) => For(SyndicationIndex.Of(snapshot), siteKey);

    /// <summary>One site's view.</summary>
    /// <param name="previous">
    /// The site's view of an earlier snapshot. When nothing changed for this site it is returned itself; otherwise every
    /// list that did not change is the same array, so that reference equality means "unchanged".
    /// </param>
    public static SiteView For(SyndicationIndex index, string siteKey, SiteView? previous = null)
    {
        var inputs = index.InputsOf(siteKey);
        return previous?.Inputs?.SameAs(inputs) == true ? previous : new ViewBuilder(inputs, previous).Build();
    }

    /// <summary>What becomes of an item on every site of the territory, its owner's first, then by site key.</summary>
    /// <param name="item">May be a draft, or a new version that the snapshot does not hold yet.</param>
    public static ImmutableArray<Placement> WhereShown(TerritorySnapshot snapshot, ContentItem item) =>
        WhereShown(SyndicationIndex.Of(snapshot), item);

    /// <inheritdoc cref="WhereShown(TerritorySnapshot, ContentItem)"/>
    public static ImmutableArray<Placement> WhereShown(SyndicationIndex index, ContentItem item)
    {
        var sites = index.Snapshot.Sites;
        var owner = sites[item.SiteKey].Site;
        var placements = ImmutableArray.CreateBuilder<Placement>(sites.Count);
        placements.Add(new(owner, Decision.OwnItem));
        foreach (var content in sites.Values)
        {
            if (content.Site.Key != owner.Key)
                placements.Add(new(content.Site, On(index, content, item, owner)));
        }
        return placements.ToImmutable();
    }

    private static ShowReason On(SyndicationIndex index, SiteContent receiver, ContentItem item, Site owner)
    {
        var overlay = receiver.Overlays.FirstOrDefault(o => o.Item == item.Id);
        var reason = new Decision(receiver.Site, index.ZonesOf(receiver.Site.Key)).For(item, owner, overlay);
        if (item is not Page || reason.Verdict != Verdict.Shown)
            return reason;
        // Only the whole set of shared pages says who stands at an address.
        var inputs = index.InputsOf(receiver.Site.Key);
        var pages = inputs.Offers.Where(o => o.Item is Page && o.Item.Id != item.Id).Append(new(item, owner));
        var view = new ViewBuilder(inputs with { ToAll = [], ToSite = [.. pages.Order(Offered.Precedence)] }, null).Build();
        return view.Refused.FirstOrDefault(o => ReferenceEquals(o.Item, item))?.Reason ?? reason;
    }
}
