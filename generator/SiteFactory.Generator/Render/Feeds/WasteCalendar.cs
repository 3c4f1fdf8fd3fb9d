using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>A collection as a calendar carries it.</summary>
/// <param name="Uid">The same in every build: site, sector, waste and day.</param>
/// <param name="Summary">"Collecte : ordures ménagères".</param>
/// <param name="Alarm">What the reminder says, the evening before.</param>
public sealed record WasteEvent(string Uid, LocalDate Day, string Summary, string Alarm);

/// <summary>
/// The collections of a sector as iCalendar (RFC 5545): whole days, with a reminder at seven in the evening before. The stamp is
/// the collection's own day, never the clock.
/// </summary>
public static class WasteCalendar
{
    /// <summary>The file.</summary>
    public static byte[] Of(CalendarInfo info, ImmutableArray<WasteEvent> events)
    {
        var bytes = new ArrayBufferWriter<byte>(1024 + (events.Length * 256));
        var ics = new IcsWriter(bytes);
        ics.Lines("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//SiteFactory//Collectes//FR\r\nCALSCALE:GREGORIAN\r\n"u8);
        ics.Line("NAME:"u8, info.Name);
        ics.Line("X-WR-CALNAME:"u8, info.Name);
        ics.Plain("URL:"u8, info.Url);
        ics.Lines("REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"u8);
        foreach (var item in events)
            Event(ref ics, item);
        ics.Lines("END:VCALENDAR\r\n"u8);
        ics.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static void Event(ref IcsWriter ics, WasteEvent item)
    {
        ics.Lines("BEGIN:VEVENT\r\n"u8);
        ics.Plain("UID:"u8, item.Uid);
        ics.Name("DTSTAMP:"u8);
        ics.Moment(item.Day.AtMidnight().InUtc().ToInstant());
        ics.End();
        ics.Name("DTSTART;VALUE=DATE:"u8);
        ics.Date(item.Day);
        ics.End();
        ics.Name("DTEND;VALUE=DATE:"u8);
        ics.Date(item.Day.PlusDays(1));
        ics.End();
        ics.Line("SUMMARY:"u8, item.Summary);
        ics.Lines("TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5H\r\n"u8);
        ics.Line("DESCRIPTION:"u8, item.Alarm);
        ics.Lines("END:VALARM\r\nEND:VEVENT\r\n"u8);
    }

    /// <summary>A name of that collection for all time.</summary>
    public static string Uid(string sector, string waste, LocalDate day, string domain) =>
        string.Create(CultureInfo.InvariantCulture, $"collecte-{sector}-{waste}-{day.Year:0000}{day.Month:00}{day.Day:00}@{domain}");
}
