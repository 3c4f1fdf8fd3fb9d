using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>
/// The one place where it is decided what a site does with somebody else's item. In this order: the audience must hold
/// the site; an alert of the métropole to chosen sites or zones passes; the webmaster's own decision on the item; the
/// first rule that fits; the default.
/// </summary>
internal static class Decision
{
    private static readonly ShowReason Accepted = new ShowReason.AcceptedByOverlay();
    private static readonly ShowReason Refused = new ShowReason.RefusedByOverlay();
    private static readonly ShowReason ToAll = new ShowReason.DefaultMetropoleToAll();
    private static readonly ShowReason Ask = new ShowReason.DefaultReview();
    private static readonly ShowReason NotOffered = new ShowReason.NotInAudience();

    public static ShowReason OwnItem { get; } = new ShowReason.Own();

    public static ShowReason For(ContentItem item, Site owner, Site receiver, ImmutableArray<string> zones, Overlay? overlay)
    {
        var audience = item.AudienceOrDefault(owner.Kind);
        var named = audience.Sites.Contains(receiver.Key);
        var zone = named ? null : audience.Zones.FirstOrDefault(zones.Contains);
        if (!audience.All && !named && zone is null)
            return NotOffered;
        if (item is Alert && owner.Kind == SiteKind.Metropole && (named || zone is not null))
            return new ShowReason.AlertForced(zone);
        return overlay?.Decision switch
        {
            OverlayDecision.Accepted => Accepted,
            OverlayDecision.Refused => Refused,
            _ => ByRule(item, owner, receiver, audience),
        };
    }

    private static ShowReason ByRule(ContentItem item, Site owner, Site receiver, Audience audience)
    {
        for (var i = 0; i < receiver.Syndication.Length; i++)
        {
            var rule = receiver.Syndication[i];
            if (!Fits(rule, item, owner.Key))
                continue;
            return rule.Mode switch
            {
                SyndicationMode.Auto => new ShowReason.RuleAuto(i, rule),
                SyndicationMode.Never => new ShowReason.RuleNever(i, rule),
                _ => new ShowReason.RuleReviewPending(i, rule),
            };
        }
        return owner.Kind == SiteKind.Metropole && audience.All ? ToAll : Ask;
    }

    private static bool Fits(SubscriptionRule rule, ContentItem item, string ownerKey) =>
        rule.From == ownerKey
        && (rule.Kinds.IsEmpty || rule.Kinds.Contains(item.Kind))
        && (rule.Topics.IsEmpty || SharesOne(rule.Topics, item.Topics));

    private static bool SharesOne(ImmutableArray<string> wanted, ImmutableArray<string> topics)
    {
        foreach (var topic in topics)
        {
            if (wanted.Contains(topic))
                return true;
        }
        return false;
    }
}
