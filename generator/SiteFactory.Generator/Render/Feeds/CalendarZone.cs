using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>A time zone as calendars carry it: its name and its VTIMEZONE, written once.</summary>
public sealed class CalendarZone
{
    private const int FirstYear = 2000;
    private const int LastYear = 2050;

    private static readonly byte[] ParisLines =
        """
        BEGIN:VTIMEZONE
        TZID:Europe/Paris
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        DTSTART:19700329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        DTSTART:19701025T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE

        """u8.ToArray().ToCrLf();

    private readonly byte[] _parameter;
    private readonly byte[] _lines;

    private CalendarZone(DateTimeZone zone, byte[] lines)
    {
        Zone = zone;
        _lines = lines;
        _parameter = Encoding.ASCII.GetBytes($";TZID={zone.Id}:");
    }

    public DateTimeZone Zone { get; }

    /// <summary><c>;TZID=Europe/Paris:</c>.</summary>
    internal ReadOnlySpan<byte> Parameter => _parameter;

    /// <summary>The VTIMEZONE component.</summary>
    internal ReadOnlySpan<byte> Lines => _lines;

    /// <summary>The zone of a territory. Make it once for a build.</summary>
    public static CalendarZone Of(DateTimeZone zone) =>
        new(zone, zone.Id == "Europe/Paris" ? ParisLines : Observed(zone));

    // Any other zone: each of its periods from 2000 to 2050 by itself.
    private static byte[] Observed(DateTimeZone zone)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        var ics = new IcsWriter(bytes);
        ics.Lines("BEGIN:VTIMEZONE\r\n"u8);
        ics.Plain("TZID:"u8, zone.Id);
        var from = new LocalDate(FirstYear, 1, 1).AtMidnight().InUtc().ToInstant();
        var to = new LocalDate(LastYear, 1, 1).AtMidnight().InUtc().ToInstant();
        foreach (var interval in zone.GetZoneIntervals(from, to))
            Observance(ref ics, zone, interval);
        ics.Lines("END:VTIMEZONE\r\n"u8);
        ics.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static void Observance(ref IcsWriter ics, DateTimeZone zone, NodaTime.TimeZones.ZoneInterval interval)
    {
        var summer = interval.Savings != Offset.Zero;
        var before = interval.HasStart ? zone.GetUtcOffset(interval.Start - Duration.Epsilon) : interval.WallOffset;
        var start = interval.HasStart ? (interval.Start + Duration.FromTicks(before.Ticks)).InUtc().LocalDateTime : new(1970, 1, 1, 0, 0);
        ics.Lines(summer ? "BEGIN:DAYLIGHT\r\n"u8 : "BEGIN:STANDARD\r\n"u8);
        ics.Plain("TZOFFSETFROM:"u8, Hours(before));
        ics.Plain("TZOFFSETTO:"u8, Hours(interval.WallOffset));
        ics.Plain("TZNAME:"u8, interval.Name);
        ics.Name("DTSTART:"u8);
        ics.Time(start);
        ics.End();
        ics.Lines(summer ? "END:DAYLIGHT\r\n"u8 : "END:STANDARD\r\n"u8);
    }

    private static string Hours(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds) / 60;
        var sign = offset.Seconds < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60:00}{minutes % 60:00}");
    }
}

/// <summary>Line ends of a text written in source.</summary>
internal static class LineEnds
{
    /// <summary>The same bytes with CR LF for each LF.</summary>
    public static byte[] ToCrLf(this byte[] lines)
    {
        var ended = new List<byte>(lines.Length + 32);
        foreach (var octet in lines)
        {
            if (octet == '\n')
                ended.Add((byte)'\r');
            ended.Add(octet);
        }
        return [.. ended];
    }
}
