using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Recurrence;

/// <summary>The short way to an event's occurrences.</summary>
public static class Occurrences
{
    /// <summary>The occurrences that touch the days from <paramref name="from"/> to before <paramref name="to"/>, in local time.</summary>
    public static ImmutableArray<Occurrence> Of(EventItem item, DateTimeZone zone, LocalDate from, LocalDate to) =>
        [.. EventSchedule.Of(item, zone).Between(zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(to).ToInstant())];
}
