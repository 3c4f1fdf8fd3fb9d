using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>What becomes of an item on a site.</summary>
public enum Verdict
{
    /// <summary>The site shows it.</summary>
    Shown,

    /// <summary>It waits in the inbox for the webmaster's word.</summary>
    Pending,

    /// <summary>It was offered, and the site does not show it.</summary>
    Refused,

    /// <summary>It was not offered to this site.</summary>
    NotOffered,
}

/// <summary>Why an item is shown on a site, waits there, or is not shown. A closed set: see the nested records.</summary>
public abstract record ShowReason
{
    private ShowReason(Verdict verdict) => Verdict = verdict;

    public Verdict Verdict { get; }

    /// <summary>The site wrote it itself.</summary>
    public sealed record Own() : ShowReason(Verdict.Shown);

    /// <summary>The first rule that fits says <c>auto</c>.</summary>
    /// <param name="Index">0-based, in the site's <c>syndication</c> list.</param>
    public sealed record RuleAuto(int Index, SubscriptionRule Rule) : ShowReason(Verdict.Shown);

    /// <summary>The first rule that fits says <c>review</c>, and nobody decided yet.</summary>
    public sealed record RuleReviewPending(int Index, SubscriptionRule Rule) : ShowReason(Verdict.Pending);

    /// <summary>The first rule that fits says <c>never</c>.</summary>
    public sealed record RuleNever(int Index, SubscriptionRule Rule) : ShowReason(Verdict.Refused);

    /// <summary>The webmaster accepted this very item.</summary>
    public sealed record AcceptedByOverlay() : ShowReason(Verdict.Shown);

    /// <summary>The webmaster refused this very item.</summary>
    public sealed record RefusedByOverlay() : ShowReason(Verdict.Refused);

    /// <summary>No rule fits, and the métropole addresses it to all.</summary>
    public sealed record DefaultMetropoleToAll() : ShowReason(Verdict.Shown);

    /// <summary>No rule fits: the webmaster is asked.</summary>
    public sealed record DefaultReview() : ShowReason(Verdict.Pending);

    /// <summary>An alert of the métropole that names this site, or a zone it lies in: no rule and no refusal holds it back.</summary>
    /// <param name="Zone">The zone's key; null when the site itself is named.</param>
    public sealed record AlertForced(string? Zone) : ShowReason(Verdict.Shown);

    /// <summary>A shared page that would be shown, were its address not taken.</summary>
    /// <param name="Path">The address, <c>/dechets/</c>.</param>
    /// <param name="OwnerKey">The site whose page stands there.</param>
    public sealed record PathTaken(string Path, string OwnerKey) : ShowReason(Verdict.Refused);

    /// <summary>The item's audience does not hold this site.</summary>
    public sealed record NotInAudience() : ShowReason(Verdict.NotOffered);
}
