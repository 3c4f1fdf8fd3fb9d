using System.Buffers;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;
using SiteFactory.Generator.Render.Feeds;

namespace SiteFactory.Generator.Tests.Feeds;

public class EventCalendarTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly CalendarZone Zone = CalendarZone.Of(Paris);

    private static readonly EventItem Concert = new()
    {
        Id = new Guid("5d0f2a64-1111-4222-8333-444455556666"),
        SiteKey = "vany",
        Key = "concert",
        Title = "Concert",
        Start = new(2027, 3, 23, 20, 0),
        End = new(2027, 3, 23, 22, 30),
        UpdatedAt = Instant.FromUtc(2026, 11, 22, 15, 4, 5),
    };

    private static CalendarEvent Entry(EventItem item, string? description = null, string? location = null, GeoPoint? geo = null, params string[] categories) =>
        new(item, EventSchedule.Of(item, Paris), item.Title, description, "https://www.vany.fr/agenda/concert/", location, geo, [.. categories]);

    private static byte[] Bytes(CalendarEvent entry, CalendarZone? zone = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        EventCalendar.Write(buffer, entry, zone ?? Zone);
        return buffer.WrittenSpan.ToArray();
    }

    private static Ics.Component Event(EventItem item) => Ics.Parse(Bytes(Entry(item))).All("VEVENT").Single();

    private static string Line(EventItem item, string name)
    {
        var property = Event(item)[name];
        return string.Concat(property.Parameters.Select(p => $"{p.Key}={p.Value}:")) + property.Value;
    }

    [Fact]
    public void An_event_has_what_the_format_requires()
    {
        var calendar = Ics.Parse(Bytes(Entry(Concert)));
        Assert.Equal("VCALENDAR", calendar.Name);
        Assert.Equal("2.0", calendar["VERSION"].Value);
        Assert.True(calendar.Has("PRODID"));
        var item = calendar.All("VEVENT").Single();
        Assert.Equal("5d0f2a64-1111-4222-8333-444455556666", item["UID"].Value);
        Assert.Equal("20261122T150405Z", item["DTSTAMP"].Value);
        Assert.Equal("20261122T150405Z", item["LAST-MODIFIED"].Value);
        Assert.Equal("TZID=Europe/Paris:20270323T200000", Line(Concert, "DTSTART"));
        Assert.Equal("TZID=Europe/Paris:20270323T223000", Line(Concert, "DTEND"));
        Assert.Equal("CONFIRMED", item["STATUS"].Value);
        Assert.Equal("https://www.vany.fr/agenda/concert/", item["URL"].Value);
    }

    [Fact]
    public void The_stamp_never_comes_from_the_clock()
    {
        Assert.Equal("20260102T030405Z", Line(Concert with { UpdatedAt = null, PublishAt = Instant.FromUtc(2026, 1, 2, 3, 4, 5) }, "DTSTAMP"));
        Assert.Equal("20270323T190000Z", Line(Concert with { UpdatedAt = null }, "DTSTAMP"));
        Assert.Equal(Bytes(Entry(Concert)), Bytes(Entry(Concert)));
    }

    [Fact]
    public void The_zone_is_that_of_Paris()
    {
        var zone = Ics.Parse(Bytes(Entry(Concert))).All("VTIMEZONE").Single();
        Assert.Equal("Europe/Paris", zone["TZID"].Value);
        var summer = zone.All("DAYLIGHT").Single();
        Assert.Equal(("+0100", "+0200", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), (summer["TZOFFSETFROM"].Value, summer["TZOFFSETTO"].Value, summer["RRULE"].Value));
        var winter = zone.All("STANDARD").Single();
        Assert.Equal(("+0200", "+0100", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), (winter["TZOFFSETFROM"].Value, winter["TZOFFSETTO"].Value, winter["RRULE"].Value));
    }

    [Fact]
    public void The_zone_rules_are_those_that_hold()
    {
        // The two rules of VTIMEZONE against the zone's own changes of thirty years.
        var changes = Paris.GetZoneIntervals(Instant.FromUtc(2020, 6, 1, 0, 0), Instant.FromUtc(2050, 6, 1, 0, 0)).Skip(1).Select(i => i.Start).ToHashSet();
        var rules = new[] { ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", 3), ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", 10) }
            .SelectMany(r => EventSchedule.Of(Concert with { Start = new(2020, r.Item2, r.Item2 == 3 ? 29 : 25, 1, 0), RecurrenceRule = r.Item1 }, DateTimeZone.Utc).All())
            .Select(o => o.Start.ToInstant()).Where(i => i > Instant.FromUtc(2020, 6, 1, 0, 0) && i < Instant.FromUtc(2050, 6, 1, 0, 0)).ToHashSet();
        Assert.True(changes.SetEquals(rules));
    }

    [Theory]
    [InlineData("Indian/Reunion", 1, 0, "+0400")]
    [InlineData("America/Miquelon", 51, 50, "-0300")]
    public void Another_zone_is_written_period_by_period(string id, int standard, int daylight, string offset)
    {
        var zone = CalendarZone.Of(DateTimeZoneProviders.Tzdb[id]);
        var component = Ics.Parse(Bytes(Entry(Concert), zone)).All("VTIMEZONE").Single();
        Assert.Equal(id, component["TZID"].Value);
        Assert.Equal(standard, component.All("STANDARD").Count());
        Assert.Equal(daylight, component.All("DAYLIGHT").Count());
        Assert.All(component.All("STANDARD"), s => Assert.Equal(offset, s["TZOFFSETTO"].Value));
    }

    [Fact]
    public void Texts_come_back_as_they_were()
    {
        const string text = "Vin d’honneur ; buffet, « à la bonne franquette » : C:\\temp\r\nÀ 20 h précises — entrée libre 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉";
        var item = Concert with { Title = text, Organizer = "Comité; des fêtes" };
        var read = Ics.Parse(Bytes(Entry(item, text, text, new(49.15671234, 6.2403), "Culture, sport", "Vie; associative"))).All("VEVENT").Single();
        var expected = text.Replace("\r", "", StringComparison.Ordinal);
        Assert.Equal(expected, read["SUMMARY"].Text);
        Assert.Equal(expected, read["DESCRIPTION"].Text);
        Assert.Equal(expected, read["LOCATION"].Text);
        Assert.Equal("Comité; des fêtes", read["CONTACT"].Text);
        Assert.Equal("Culture\\, sport,Vie\\; associative", read["CATEGORIES"].Value);
        Assert.Equal("49.156712;6.2403", read["GEO"].Value);
    }

    [Theory]
    [InlineData("A\u0001B\u007F\tC", "AB\tC")]
    [InlineData("A\r\nEND:VEVENT\r\nBEGIN:VEVENT", "A\nEND:VEVENT\nBEGIN:VEVENT")]
    public void Nothing_that_is_typed_breaks_the_file(string title, string expected) =>
        Assert.Equal(expected, Event(Concert with { Title = title })["SUMMARY"].Text);

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("A\ufffdB", Event(Concert with { Title = "A\ud800B" })["SUMMARY"].Text);

    [Fact]
    public void An_address_cannot_begin_a_line()
    {
        var entry = Entry(Concert) with { Url = "https://x.org/\r\nSTATUS:CANCELLED" };
        Assert.Equal("https://x.org/STATUS:CANCELLED", Ics.Parse(Bytes(entry)).All("VEVENT").Single()["URL"].Value);
    }

    [Fact]
    public void Every_length_of_title_folds()
    {
        for (var length = 1; length < 200; length++)
        {
            foreach (var character in new[] { "a", "é", "€", "🎉", ",", "\n" })
            {
                var title = string.Concat(Enumerable.Repeat(character, length)) + "b";
                Assert.Equal(title, Event(Concert with { Title = title })["SUMMARY"].Text);
            }
        }
    }

    [Fact]
    public void An_all_day_event_has_dates_and_ends_the_day_after()
    {
        var item = Concert with { AllDay = true, Start = new(2027, 5, 1, 0, 0), End = new(2027, 5, 2, 0, 0), RecurrenceRule = "FREQ=YEARLY;UNTIL=20300501" };
        Assert.Equal("VALUE=DATE:20270501", Line(item, "DTSTART"));
        Assert.Equal("VALUE=DATE:20270503", Line(item, "DTEND"));
        Assert.Equal("FREQ=YEARLY;UNTIL=20300501", Line(item, "RRULE"));
        Assert.Empty(Ics.Parse(Bytes(Entry(item))).All("VTIMEZONE"));
        Assert.Equal("VALUE=DATE:20270502", Line(item with { End = null }, "DTEND"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("FREQ=WEEKLY;COUNT=3")]
    public void An_event_without_an_end_has_none(string? rule)
    {
        var item = Event(Concert with { End = null, RecurrenceRule = rule });
        Assert.True(item.Has("DTSTART"));
        Assert.False(item.Has("DTEND"));
        Assert.False(item.Has("DURATION"));
    }

    [Fact]
    public void Until_is_in_UTC_beside_a_local_start() =>
        Assert.Equal("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z", Line(Concert with { RecurrenceRule = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630" }, "RRULE"));

    [Fact]
    public void Extra_and_except_dates_have_the_type_of_the_start()
    {
        var item = Concert with
        {
            RecurrenceRule = "FREQ=WEEKLY",
            Dates = [new(2027, 4, 1, 0, 0), new(2027, 4, 6, 10, 0)],
            ExceptDates = [new(2027, 4, 6, 0, 0), new(2027, 4, 13, 20, 0)],
        };
        Assert.Equal("TZID=Europe/Paris:20270401T200000,20270406T100000", Line(item, "RDATE"));
        Assert.Equal("TZID=Europe/Paris:20270406T100000,20270406T200000,20270413T200000", Line(item, "EXDATE"));
        Assert.Equal("VALUE=DATE:20270401,20270406", Line(item with { AllDay = true, Start = new(2027, 3, 23, 0, 0), End = null, Dates = [new(2027, 4, 1, 0, 0), new(2027, 4, 6, 0, 0)], ExceptDates = [] }, "RDATE"));
    }

    [Theory]
    [InlineData(EventStatus.Scheduled, "CONFIRMED")]
    [InlineData(EventStatus.Full, "CONFIRMED")]
    [InlineData(EventStatus.Postponed, "TENTATIVE")]
    [InlineData(EventStatus.Cancelled, "CANCELLED")]
    public void The_status_is_told(EventStatus status, string expected) =>
        Assert.Equal(expected, Line(Concert with { EventStatus = status }, "STATUS"));

    [Fact]
    public void A_rule_that_cannot_be_read_is_left_out() => Assert.False(Event(Concert with { RecurrenceRule = "FREQ=HOURLY" }).Has("RRULE"));

    [Fact]
    public void The_agenda_holds_every_event_and_one_zone()
    {
        var events = Enumerable.Range(1, 50).Select(i => Entry(Concert with { Id = new Guid(i, 0, 0, new byte[8]), Title = "Événement " + i }));
        var calendar = Ics.Parse(EventCalendar.Of(new("Agenda de Vany", "Tout ce qui se passe", "https://www.vany.fr/agenda/"), [.. events], Zone));
        Assert.Equal("Agenda de Vany", calendar["X-WR-CALNAME"].Text);
        Assert.Single(calendar.All("VTIMEZONE"));
        Assert.Equal(50, calendar.All("VEVENT").Select(e => e["UID"].Value).Distinct().Count());
    }

    [Fact]
    public void One_buffer_serves_many_files()
    {
        var buffer = new ArrayBufferWriter<byte>();
        for (var i = 0; i < 3; i++)
        {
            buffer.ResetWrittenCount();
            EventCalendar.Write(buffer, Entry(Concert), Zone);
            Assert.Equal(Bytes(Entry(Concert)), buffer.WrittenSpan.ToArray());
        }
    }
}
