using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Features.Doubles;

/// <summary>An item that probably tells the same as the one that is being written.</summary>
/// <param name="Owner">Whose it is; null: the site's own.</param>
/// <param name="Address">The screen that shows it.</param>
public sealed record LikelyDouble(Guid Id, string Title, string When, string? Owner, string Address);

/// <summary>
/// Finds what a site would announce twice: among its own events and news, drafts included, and among what the métropole and other
/// communes offer it or have it show.
/// </summary>
public sealed class LikelyDoubles(TerritoryReading reading, ItemStore items, CurrentSite site, TerritoryTime time)
{
    private const int Told = 5;

    /// <summary>Whether there can be any.</summary>
    public static bool Concerns(ContentKind kind) => kind is ContentKind.Event or ContentKind.News;

    /// <summary>The likeliest first; none for kinds that have no date.</summary>
    public async Task<IReadOnlyList<LikelyDouble>> OfAsync(ContentItem item, CancellationToken cancellation)
    {
        if (!Concerns(item.Kind) || item.Title.Length == 0)
            return [];
        var zone = await time.ZoneAsync(cancellation);
        var now = await reading.NowAsync(cancellation);
        var twins = new Twins(item, now.Snapshot, zone);
        var found = new List<LikelyDouble>();
        foreach (var (other, owner) in await CandidatesAsync(item.Kind, now.Snapshot, zone, cancellation))
        {
            if (other.Id != item.Id && twins.Has(other))
                found.Add(Line(other, owner));
        }
        return [.. found.DistinctBy(d => d.Id).OrderByDescending(d => Likeness.Of(d.Title, item.Title)).Take(Told)];
    }

    private async Task<IEnumerable<(ContentItem Item, Site? Owner)>> CandidatesAsync(ContentKind kind, TerritorySnapshot? snapshot, DateTimeZone zone, CancellationToken cancellation)
    {
        var records = await items.Items.AsNoTracking().Where(i => i.Kind == kind && i.DraftText != null).ToListAsync(cancellation);
        var drafts = records.Select(r => ItemProjection.Read(r, r.CurrentText, zone).Value).OfType<ContentItem>().ToList();
        var written = drafts.Select(d => (d, (Site?)null));
        if (snapshot?.Sites.GetValueOrDefault(site.Key) is not { } own)
            return written;
        var view = SyndicationPlan.For(snapshot, site.Key);
        var shown = kind == ContentKind.Event
            ? view.Events.Where(e => !e.IsOwn).Select(e => ((ContentItem)e.Item, (Site?)e.Owner))
            : view.News.Where(e => !e.IsOwn).Select(e => ((ContentItem)e.Item, (Site?)e.Owner));
        var offered = view.Pending.Where(o => o.Item.Kind == kind).Select(o => (o.Item, (Site?)o.Owner));
        return written.Concat(own.Items.Where(i => i.Kind == kind && !drafts.Exists(d => d.Id == i.Id)).Select(i => (i, (Site?)null))).Concat(shown).Concat(offered);
    }

    private LikelyDouble Line(ContentItem item, Site? owner)
    {
        var address = owner is null ? $"/s/{site.Key}/{ItemAddresses.Segment(item.Kind)}/{item.Id}" : $"/s/{site.Key}/partage/{item.Id}";
        return new(item.Id, item.Title, When(item), owner?.Name, address);
    }

    private static string When(ContentItem item) => item switch
    {
        EventItem { AllDay: false } happening => FrenchTimes.Moment(happening.Start),
        EventItem happening => FrenchTimes.Day(happening.Start.Date),
        NewsItem news => FrenchTimes.Day(news.Date.Date),
        _ => "",
    };
}
