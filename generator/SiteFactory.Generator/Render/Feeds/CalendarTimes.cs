using NodaTime;
using NodaTime.Text;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>The lines of an event that are times: when, how often, and when not.</summary>
internal static class CalendarTimes
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern MomentPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>DTSTAMP: the item's last change; without one, when it was published; without that, its own start.</summary>
    public static void Stamp(ref IcsWriter ics, EventItem item, DateTimeZone zone)
    {
        ics.Name("DTSTAMP:"u8);
        ics.Moment(item.UpdatedAt ?? item.PublishAt ?? zone.AtLeniently(item.Start).ToInstant());
        ics.End();
        if (item.UpdatedAt is not { } updated)
            return;
        ics.Name("LAST-MODIFIED:"u8);
        ics.Moment(updated);
        ics.End();
    }

    public static void Write(ref IcsWriter ics, CalendarEvent calendarEvent, CalendarZone zone)
    {
        var item = calendarEvent.Item;
        var schedule = calendarEvent.Schedule;
        One(ref ics, "DTSTART"u8, item.Start, item, zone);
        if (schedule.NominalEnd > item.Start)
            One(ref ics, "DTEND"u8, schedule.NominalEnd, item, zone);
        if (schedule.Rule is { } rule)
            ics.Plain("RRULE:"u8, rule.ToText(until => Until(until, item.AllDay, zone.Zone)));
        if (!schedule.ExtraStarts.IsEmpty)
            Many(ref ics, "RDATE"u8, schedule.ExtraStarts, item, zone);
        if (!item.ExceptDates.IsEmpty)
            Many(ref ics, "EXDATE"u8, Excepted(item, schedule), item, zone);
    }

    // A value without a time excludes its day: the event's own hour, and every extra start of that day.
    private static List<LocalDateTime> Excepted(EventItem item, EventSchedule schedule)
    {
        var starts = new SortedSet<LocalDateTime>();
        foreach (var except in item.ExceptDates)
        {
            var wholeDay = item.AllDay || except.TimeOfDay == LocalTime.Midnight;
            starts.Add(wholeDay ? except.Date + item.Start.TimeOfDay : except);
            if (wholeDay)
                starts.UnionWith(schedule.ExtraStarts.Where(s => s.Date == except.Date));
        }
        return [.. starts];
    }

    private static string Until(LocalDateTime until, bool allDay, DateTimeZone zone) =>
        allDay ? DatePattern.Format(until.Date) : MomentPattern.Format(zone.AtLeniently(until).ToInstant());

    private static void One(ref IcsWriter ics, ReadOnlySpan<byte> name, LocalDateTime at, EventItem item, CalendarZone zone)
    {
        Name(ref ics, name, item, zone);
        Value(ref ics, at, item);
        ics.End();
    }

    private static void Many(ref IcsWriter ics, ReadOnlySpan<byte> name, IEnumerable<LocalDateTime> times, EventItem item, CalendarZone zone)
    {
        Name(ref ics, name, item, zone);
        var first = true;
        foreach (var at in times)
        {
            if (!first)
                ics.Ascii((byte)',');
            first = false;
            Value(ref ics, at, item);
        }
        ics.End();
    }

    private static void Name(ref IcsWriter ics, ReadOnlySpan<byte> name, EventItem item, CalendarZone zone)
    {
        ics.Name(name);
        ics.Name(item.AllDay ? ";VALUE=DATE:"u8 : zone.Parameter);
    }

    private static void Value(ref IcsWriter ics, LocalDateTime at, EventItem item)
    {
        if (item.AllDay)
            ics.Date(at.Date);
        else
            ics.Time(at);
    }
}
