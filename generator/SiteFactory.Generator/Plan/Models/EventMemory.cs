using System.Runtime.CompilerServices;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>When events take place, computed once for all sites that show them, and kept as long as they and "now" stay the same.</summary>
internal sealed class EventMemory
{
    private readonly ConditionalWeakTable<EventItem, EventTimes> _times = [];

    public EventTimes Of(EventItem item, Instant now, DateTimeZone zone)
    {
        if (_times.TryGetValue(item, out var times) && times.Now == now && times.Zone.Equals(zone))
            return times;
        times = EventTimes.Of(item, now, zone);
        _times.AddOrUpdate(item, times);
        return times;
    }
}

/// <param name="Next">The occurrence that is going on, or the next one; null when the event is over.</param>
/// <param name="When">In words: of the next occurrence, or of the event when there is none.</param>
internal sealed record EventTimes(EventSchedule Schedule, Occurrence? Next, EventWhen When, Instant Now, DateTimeZone Zone)
{
    public static EventTimes Of(EventItem item, Instant now, DateTimeZone zone)
    {
        var schedule = EventSchedule.Of(item, zone);
        var next = schedule.Next(now);
        var sentence = schedule.Rule is { } rule ? RuleSentence.Of(rule, item.Start) : null;
        var when = next is { } occurrence && schedule.Repeats ? Of(occurrence, sentence, zone)
            : FrenchWhen.Of(item.Start, item.End, item.AllDay, zone, sentence);
        return new(schedule, next, when, now, zone);
    }

    /// <summary>One occurrence in words.</summary>
    /// <param name="sentence">The rule in words.</param>
    public static EventWhen Of(Occurrence occurrence, string? sentence, DateTimeZone zone)
    {
        var start = occurrence.Start.LocalDateTime;
        LocalDateTime? end = occurrence.AllDay
            ? occurrence.LastDay == occurrence.FirstDay ? null : occurrence.LastDay.AtMidnight()
            : occurrence.HasEnd ? occurrence.End.LocalDateTime : null;
        return FrenchWhen.Of(start, end, occurrence.AllDay, zone, sentence);
    }
}
