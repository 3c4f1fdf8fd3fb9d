using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>
/// Everything one site shows and could show, at one revision, whatever the time and the status of its own items
/// (<see cref="Publication"/> answers for those). Orders are fixed: news latest first, events by start, alerts gravest first.
/// </summary>
public sealed record SiteView
{
    public required Site Site { get; init; }

    public required Territory Territory { get; init; }

    /// <summary>The site's own pages, drafts included.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>Other sites' pages in this site's tree, by <see cref="Shown{T}.Slug"/>.</summary>
    public required ImmutableArray<Shown<Page>> SharedPages { get; init; }

    public required ImmutableArray<Shown<NewsItem>> News { get; init; }

    public required ImmutableArray<Shown<EventItem>> Events { get; init; }

    public required ImmutableArray<Shown<DirectoryEntry>> Directory { get; init; }

    public required ImmutableArray<Shown<Alert>> Alerts { get; init; }

    /// <summary>The register is never shared.</summary>
    public required ImmutableArray<OfficialDocument> Documents { get; init; }

    public required ImmutableArray<MediaItem> Media { get; init; }

    /// <summary>The inbox: what waits for the webmaster's word.</summary>
    public required ImmutableArray<Offer> Pending { get; init; }

    /// <summary>What was offered and is not shown, with the reason.</summary>
    public required ImmutableArray<Offer> Refused { get; init; }

    /// <summary>What the view was made from: a view of the same inputs is the same view.</summary>
    internal ViewInputs? Inputs { get; init; }
}

/// <summary>All that a site's view depends on.</summary>
/// <param name="Zones">Keys of the zones the site lies in.</param>
/// <param name="ToAll">Items that their owners address to everybody.</param>
/// <param name="ToSite">Items addressed to this site or its zones.</param>
internal sealed record ViewInputs(
    Territory Territory,
    SiteContent Content,
    ImmutableArray<string> Zones,
    ImmutableArray<Offered> ToAll,
    ImmutableArray<Offered> ToSite)
{
    public bool SameAs(ViewInputs other) =>
        ReferenceEquals(Territory, other.Territory)
        && ReferenceEquals(Content, other.Content)
        && ToAll == other.ToAll
        && ToSite == other.ToSite;

    /// <summary>What other sites offer to this one, by <see cref="Offered.Precedence"/>.</summary>
    public IEnumerable<Offered> Offers
    {
        get
        {
            var next = 0;
            foreach (var offer in ToAll)
            {
                if (offer.Item.SiteKey == Content.Site.Key)
                    continue;
                while (next < ToSite.Length && Offered.Precedence.Compare(ToSite[next], offer) < 0)
                    yield return ToSite[next++];
                yield return offer;
            }
            while (next < ToSite.Length)
                yield return ToSite[next++];
        }
    }
}

/// <summary>An item with an audience, and its owner.</summary>
internal readonly record struct Offered(ContentItem Item, Site Owner)
{
    /// <summary>Who is served first when two want one address: the métropole, then by site key; then by item.</summary>
    public static IComparer<Offered> Precedence { get; } = Comparer<Offered>.Create(Compare);

    public static bool Same(Offered a, Offered b) =>
        ReferenceEquals(a.Item, b.Item) && ReferenceEquals(a.Owner, b.Owner);

    private static int Compare(Offered a, Offered b)
    {
        if (ReferenceEquals(a.Item, b.Item))
            return 0;
        var rank = ((int)b.Owner.Kind).CompareTo((int)a.Owner.Kind);
        var owner = rank != 0 ? rank : string.CompareOrdinal(a.Owner.Key, b.Owner.Key);
        var kind = owner != 0 ? owner : ((int)a.Item.Kind).CompareTo((int)b.Item.Kind);
        var key = kind != 0 ? kind : string.CompareOrdinal(a.Item.Key, b.Item.Key);
        return key != 0 ? key : a.Item.Id.CompareTo(b.Item.Id);
    }
}
