using NodaTime;
using SiteFactory.Content.Recurrence;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Publishing;

/// <summary>When a site's pages change by themselves. Pure: the moment is given.</summary>
public static class Moments
{
    /// <summary>
    /// The first moment after <paramref name="now"/> at which the site shows something else: an item appears or leaves, an event
    /// is over, a new day begins in the territory.
    /// </summary>
    public static Instant Next(SiteView view, Instant now, DateTimeZone zone)
    {
        var next = Midnight(now, zone);
        if (Publication.NextChange(view, now) is { } change && change < next)
            next = change;
        foreach (var shown in view.Events)
        {
            if (EventSchedule.Of(shown.Item, zone).Next(now) is { } occurrence && occurrence.End.ToInstant() is var end && end > now && end < next)
                next = end;
        }
        return next;
    }

    // The start of the day: where the clocks change at midnight, the day begins later.
    private static Instant Midnight(Instant now, DateTimeZone zone) =>
        now.InZone(zone).Date.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
}
