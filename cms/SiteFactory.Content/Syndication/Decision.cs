using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>
/// The one place where it is decided what a site does with somebody else's item. In this order: the audience must hold
/// the site; an alert of the métropole to chosen sites or zones passes; the webmaster's own decision on the item; the
/// first rule that fits; the default.
/// </summary>
internal sealed class Decision
{
    private static readonly ShowReason Accepted = new ShowReason.AcceptedByOverlay();
    private static readonly ShowReason Refused = new ShowReason.RefusedByOverlay();
    private static readonly ShowReason ToAll = new ShowReason.DefaultMetropoleToAll();
    private static readonly ShowReason Ask = new ShowReason.DefaultReview();
    private static readonly ShowReason NotOffered = new ShowReason.NotInAudience();

    private readonly Site _receiver;
    private readonly ImmutableArray<string> _zones;
    private readonly ShowReason[] _rules;

    /// <param name="zones">Keys of the zones the receiving site lies in.</param>
    public Decision(Site receiver, ImmutableArray<string> zones)
    {
        _receiver = receiver;
        _zones = zones;
        _rules = [.. receiver.Syndication.Select(ReasonOf)];
    }

    public static ShowReason OwnItem { get; } = new ShowReason.Own();

    public ShowReason For(ContentItem item, Site owner, Overlay? overlay)
    {
        var audience = item.AudienceOrDefault(owner.Kind);
        var named = audience.Sites.Contains(_receiver.Key);
        var zone = named ? null : First(audience.Zones);
        if (!audience.All && !named && zone is null)
            return NotOffered;
        if (item is Alert && owner.Kind == SiteKind.Metropole && (named || zone is not null))
            return new ShowReason.AlertForced(zone);
        return overlay?.Decision switch
        {
            OverlayDecision.Accepted => Accepted,
            OverlayDecision.Refused => Refused,
            _ => ByRule(item, owner, audience),
        };
    }

    private static ShowReason ReasonOf(SubscriptionRule rule, int index) => rule.Mode switch
    {
        SyndicationMode.Auto => new ShowReason.RuleAuto(index, rule),
        SyndicationMode.Never => new ShowReason.RuleNever(index, rule),
        _ => new ShowReason.RuleReviewPending(index, rule),
    };

    // The audience's first zone that holds the site.
    private string? First(ImmutableArray<string> audience)
    {
        foreach (var zone in audience)
        {
            if (_zones.Contains(zone))
                return zone;
        }
        return null;
    }

    private ShowReason ByRule(ContentItem item, Site owner, Audience audience)
    {
        for (var i = 0; i < _rules.Length; i++)
        {
            if (Fits(_receiver.Syndication[i], item, owner.Key))
                return _rules[i];
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
