using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>Whether the public sees an item at a moment, and when that changes. Pure: the moment is given.</summary>
public static class Publication
{
    /// <summary>Published, begun and not over. An alert has besides its own first and last moment.</summary>
    public static bool IsVisible(ContentItem item, Instant now) =>
        item.Status == PublicationStatus.Published
        && Within(item.PublishAt, item.UnpublishAt, now)
        && (item is not Alert alert || Within(alert.From, alert.Until, now));

    /// <summary>The next moment after <paramref name="now"/> at which <see cref="IsVisible"/> gives another answer, if any.</summary>
    public static Instant? NextChange(ContentItem item, Instant now)
    {
        if (item.Status != PublicationStatus.Published)
            return null;
        var visible = IsVisible(item, now);
        foreach (var moment in Moments(item).Order())
        {
            if (moment > now && IsVisible(item, moment) != visible)
                return moment;
        }
        return null;
    }

    /// <summary>The next moment at which something that the site shows appears or disappears, if any.</summary>
    public static Instant? NextChange(SiteView view, Instant now)
    {
        Instant? next = null;
        foreach (var item in Items(view))
        {
            if (NextChange(item, now) is { } change && (next is null || change < next))
                next = change;
        }
        return next;
    }

    private static bool Within(Instant? from, Instant? until, Instant now) =>
        (from is null || from <= now) && (until is null || now < until);

    private static IEnumerable<Instant> Moments(ContentItem item)
    {
        ImmutableArray<Instant?> moments = item is Alert alert
            ? [item.PublishAt, item.UnpublishAt, alert.From, alert.Until]
            : [item.PublishAt, item.UnpublishAt];
        return moments.OfType<Instant>();
    }

    private static IEnumerable<ContentItem> Items(SiteView view) =>
        view.Pages.Cast<ContentItem>()
            .Concat(view.SharedPages.Select(s => s.Item))
            .Concat(view.News.Select(s => s.Item))
            .Concat(view.Events.Select(s => s.Item))
            .Concat(view.Directory.Select(s => s.Item))
            .Concat(view.Alerts.Select(s => s.Item))
            .Concat(view.Documents);
}
