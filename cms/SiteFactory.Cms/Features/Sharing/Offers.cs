using SiteFactory.Cms.Checking;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>Somebody else's item, as the site stands to it.</summary>
/// <param name="Why">One sentence.</param>
/// <param name="Changed">The original changed since somebody here looked at it.</param>
public sealed record OfferLine(ContentItem Item, Site Owner, Verdict Verdict, string Why, Overlay? Overlay, bool Changed);

/// <summary>What other sites offer to a site: read from the published territory, never from their drafts.</summary>
public sealed class Offers(TerritoryReading reading, Overlays overlays)
{
    /// <summary>Everything that was offered: what waits, what is shown, what is refused.</summary>
    public async Task<IReadOnlyList<OfferLine>> ForAsync(string siteKey, CancellationToken cancellation)
    {
        if ((await reading.NowAsync(cancellation)).Snapshot is not { } snapshot || !snapshot.Sites.ContainsKey(siteKey))
            return [];
        var view = SyndicationPlan.For(snapshot, siteKey);
        var known = await overlays.AllAsync(cancellation);
        OfferLine Line(ContentItem item, Site owner, ShowReason reason, Overlay? overlay) =>
            new(item, owner, reason.Verdict, ReasonSentence.Of(reason, snapshot), overlay, HasChanged(item, known));
        return
        [
            .. view.Pending.Select(o => Line(o.Item, o.Owner, o.Reason, o.Overlay)),
            .. Shown(view.News, Line), .. Shown(view.Events, Line), .. Shown(view.Alerts, Line), .. Shown(view.Directory, Line), .. Shown(view.SharedPages, Line),
            .. view.Refused.Select(o => Line(o.Item, o.Owner, o.Reason, o.Overlay)),
        ];
    }

    /// <summary>One of them; null when it is not offered to this site.</summary>
    public async Task<OfferLine?> FindAsync(string siteKey, Guid item, CancellationToken cancellation) =>
        (await ForAsync(siteKey, cancellation)).FirstOrDefault(o => o.Item.Id == item);

    private static bool HasChanged(ContentItem item, Dictionary<Guid, Data.Content.OverlayRecord> known) =>
        known.TryGetValue(item.Id, out var seen) && seen.SeenFingerprint is { } before && before != Overlays.FingerprintOf(item);

    private static IEnumerable<OfferLine> Shown<T>(IEnumerable<Shown<T>> items, Func<ContentItem, Site, ShowReason, Overlay?, OfferLine> line)
        where T : ContentItem =>
        items.Where(i => !i.IsOwn).Select(i => line(i.Item, i.Owner, i.Reason, i.Overlay));
}
