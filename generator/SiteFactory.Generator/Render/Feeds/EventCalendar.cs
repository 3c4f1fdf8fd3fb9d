using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>What a calendar of several events says of itself.</summary>
/// <param name="Url">The page that shows the same events.</param>
public sealed record CalendarInfo(string Name, string? Description, string Url);

/// <summary>One event as a calendar carries it.</summary>
/// <param name="Schedule">The item's own: the caller has it for the pages.</param>
/// <param name="Title">As this site shows it.</param>
/// <param name="Description">Plain text: summary, price, how to register.</param>
/// <param name="Url">Its page on this site, absolute.</param>
/// <param name="Location">Name and address of the place, one line.</param>
/// <param name="Categories">Labels of its topics.</param>
public sealed record CalendarEvent(
    EventItem Item,
    EventSchedule Schedule,
    string Title,
    string? Description,
    string Url,
    string? Location,
    GeoPoint? Geo,
    ImmutableArray<string> Categories);

/// <summary>
/// Events as iCalendar (RFC 5545). An event has the item's id for UID, the same on every site that shows it; its stamp is
/// the item's last change, never the clock.
/// </summary>
public static class EventCalendar
{
    /// <summary><c>/agenda/agenda.ics</c>.</summary>
    public static byte[] Of(CalendarInfo info, ImmutableArray<CalendarEvent> events, CalendarZone zone)
    {
        var bytes = new ArrayBufferWriter<byte>(1024 + (events.Length * 1024));
        var ics = new IcsWriter(bytes);
        Begin(ref ics);
        ics.Line("NAME:"u8, info.Name);
        ics.Line("X-WR-CALNAME:"u8, info.Name);
        if (!string.IsNullOrEmpty(info.Description))
        {
            ics.Line("DESCRIPTION:"u8, info.Description);
            ics.Line("X-WR-CALDESC:"u8, info.Description);
        }
        ics.Plain("URL:"u8, info.Url);
        ics.Lines("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n"u8);
        ics.Lines(zone.Lines);
        foreach (var item in events)
            Event(ref ics, item, zone);
        End(ref ics);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary><c>/agenda/&lt;slug&gt;.ics</c>, appended to a buffer that the caller may use again.</summary>
    public static void Write(IBufferWriter<byte> output, CalendarEvent item, CalendarZone zone)
    {
        var ics = new IcsWriter(output);
        Begin(ref ics);
        if (!item.Item.AllDay)
            ics.Lines(zone.Lines);
        Event(ref ics, item, zone);
        End(ref ics);
    }

    private static void Begin(ref IcsWriter ics) =>
        ics.Lines("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//SiteFactory//Agenda//FR\r\nCALSCALE:GREGORIAN\r\n"u8);

    private static void End(ref IcsWriter ics)
    {
        ics.Lines("END:VCALENDAR\r\n"u8);
        ics.Flush();
    }

    private static void Event(ref IcsWriter ics, CalendarEvent item, CalendarZone zone)
    {
        ics.Lines("BEGIN:VEVENT\r\n"u8);
        ics.Plain("UID:"u8, item.Item.Id.ToString("D", CultureInfo.InvariantCulture));
        CalendarTimes.Stamp(ref ics, item.Item, zone.Zone);
        CalendarTimes.Write(ref ics, item, zone);
        Words(ref ics, item);
        ics.Lines(Status(item.Item.EventStatus));
        if (!item.Categories.IsEmpty)
            Categories(ref ics, item.Categories);
        if (item.Geo is { } geo)
            ics.Plain("GEO:"u8, string.Create(CultureInfo.InvariantCulture, $"{geo.Latitude:0.######};{geo.Longitude:0.######}"));
        ics.Lines("END:VEVENT\r\n"u8);
    }

    private static void Words(ref IcsWriter ics, CalendarEvent item)
    {
        ics.Line("SUMMARY:"u8, item.Title);
        if (!string.IsNullOrEmpty(item.Description))
            ics.Line("DESCRIPTION:"u8, item.Description);
        if (!string.IsNullOrEmpty(item.Location))
            ics.Line("LOCATION:"u8, item.Location);
        if (!string.IsNullOrEmpty(item.Item.Organizer))
            ics.Line("CONTACT:"u8, item.Item.Organizer);
        ics.Plain("URL:"u8, item.Url);
    }

    private static ReadOnlySpan<byte> Status(EventStatus status) => status switch
    {
        EventStatus.Cancelled => "STATUS:CANCELLED\r\n"u8,
        EventStatus.Postponed => "STATUS:TENTATIVE\r\n"u8,
        _ => "STATUS:CONFIRMED\r\n"u8,
    };

    private static void Categories(ref IcsWriter ics, ImmutableArray<string> categories)
    {
        ics.Name("CATEGORIES:"u8);
        for (var i = 0; i < categories.Length; i++)
        {
            if (i > 0)
                ics.Ascii((byte)',');
            ics.Text(categories[i]);
        }
        ics.End();
    }
}
