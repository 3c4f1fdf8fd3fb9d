using NodaTime;
using SiteFactory.Content.Recurrence;
using static SiteFactory.Content.Tests.Recurrence.Times;

namespace SiteFactory.Content.Tests.Recurrence;

public class EventScheduleTests
{
    private static Instant Moment(string text) => At(text).InZoneStrictly(Paris).ToInstant();

    private static string[] Walls(Model.EventItem item, int take = 10) => [.. item.Schedule().All().Take(take).Select(o => o.Wall())];

    [Fact]
    public void A_weekly_event_stays_at_its_hour_across_both_clock_changes()
    {
        Assert.Equal(
            ["2027-03-23 20:00 +01 / 2027-03-23 22:00 +01", "2027-03-30 20:00 +02 / 2027-03-30 22:00 +02"],
            Walls(Event("2027-03-23 20:00", "FREQ=WEEKLY;COUNT=2", end: "2027-03-23 22:00")));
        Assert.Equal(
            ["2027-10-26 20:00 +02 / 2027-10-26 22:00 +02", "2027-11-02 20:00 +01 / 2027-11-02 22:00 +01"],
            Walls(Event("2027-10-26 20:00", "FREQ=WEEKLY;COUNT=2", end: "2027-10-26 22:00")));
    }

    [Fact]
    public void A_start_that_the_clocks_skip_is_read_with_the_offset_before() =>
        Assert.Equal(
            [
                "2027-03-27 02:30 +01 / 2027-03-27 03:00 +01",
                "2027-03-28 03:30 +02 / 2027-03-28 04:00 +02",
                "2027-03-29 02:30 +02 / 2027-03-29 03:00 +02",
            ],
            Walls(Event("2027-03-27 02:30", "FREQ=DAILY;COUNT=3", end: "2027-03-27 03:00")));

    [Fact]
    public void A_start_that_the_clocks_pass_twice_is_the_first() =>
        Assert.Equal(
            [
                "2027-10-30 02:30 +02 / 2027-10-30 04:30 +02",
                "2027-10-31 02:30 +02 / 2027-10-31 04:30 +01",
                "2027-11-01 02:30 +01 / 2027-11-01 04:30 +01",
            ],
            Walls(Event("2027-10-30 02:30", "FREQ=DAILY;COUNT=3", end: "2027-10-30 04:30")));

    [Fact]
    public void A_night_event_ends_at_the_hour_on_the_poster() =>
        Assert.Equal(
            ["2027-03-27 22:00 +01 / 2027-03-28 04:00 +02"],
            Walls(Event("2027-03-27 22:00", end: "2027-03-28 04:00")));

    [Theory]
    [InlineData(null)]
    [InlineData("2027-05-01 20:00")]
    public void Without_an_end_it_goes_on_to_the_end_of_its_day_and_is_not_said_to_end(string? end)
    {
        var schedule = Event("2027-05-01 20:00", end: end).Schedule();
        var occurrence = schedule.All().Single();
        Assert.Equal("2027-05-01 20:00 +02 / 2027-05-02 00:00 +02", occurrence.Wall());
        Assert.False(occurrence.HasEnd);
        Assert.Equal(new LocalDate(2027, 5, 1), occurrence.LastDay);
        Assert.Equal(At("2027-05-01 20:00"), schedule.NominalEnd);
        Assert.NotNull(schedule.Next(Moment("2027-05-01 23:59")));
        Assert.Null(schedule.Next(Moment("2027-05-02 00:00")));
    }

    [Fact]
    public void Without_an_end_each_time_ends_with_its_own_day_also_when_the_clocks_change() =>
        Assert.Equal(
            ["2027-10-30 20:00 +02 / 2027-10-31 00:00 +02", "2027-10-31 20:00 +01 / 2027-11-01 00:00 +01"],
            Walls(Event("2027-10-30 20:00", "FREQ=DAILY;COUNT=2")));

    [Fact]
    public void A_day_without_an_end_is_that_day() =>
        Assert.Equal(["2027-05-01 00:00 +02 / 2027-05-02 00:00 +02"], Walls(Event("2027-05-01", allDay: true)));

    [Fact]
    public void An_all_day_event_names_its_last_day()
    {
        var occurrence = Event("2027-03-27", end: "2027-03-28", allDay: true).Schedule().All().Single();
        Assert.Equal("2027-03-27 00:00 +01 / 2027-03-29 00:00 +02", occurrence.Wall());
        Assert.Equal((new LocalDate(2027, 3, 27), new LocalDate(2027, 3, 28)), (occurrence.FirstDay, occurrence.LastDay));
    }

    [Fact]
    public void An_evening_until_midnight_belongs_to_one_day() =>
        Assert.Equal(new LocalDate(2027, 5, 1), Event("2027-05-01 20:00", end: "2027-05-02 00:00").Schedule().All().Single().LastDay);

    [Fact]
    public void Extra_dates_join_the_rule_in_order_and_once() =>
        Assert.Equal(
            "2027-01-05 2027-01-08 2027-01-12 2027-01-19 2027-02-01",
            Days(Event("2027-01-05 18:00", "FREQ=WEEKLY;COUNT=3", dates: ["2027-02-01 10:00", "2027-01-08", "2027-01-12 18:00"]), 10));

    [Fact]
    public void An_extra_date_without_a_time_takes_the_events() =>
        Assert.Equal(
            ["2027-01-05 18:00 +01 / 2027-01-05 19:00 +01", "2027-01-08 18:00 +01 / 2027-01-08 19:00 +01"],
            Walls(Event("2027-01-05 18:00", end: "2027-01-05 19:00", dates: ["2027-01-08"])));

    [Fact]
    public void An_exception_names_a_start_or_a_day() =>
        Assert.Equal(
            "2027-01-05 2027-01-26",
            Days(Event("2027-01-05 18:00", "FREQ=WEEKLY;COUNT=4", except: ["2027-01-12 18:00", "2027-01-19"]), 10));

    [Fact]
    public void An_exception_at_another_hour_excludes_nothing() =>
        Assert.Equal("2027-01-05 2027-01-12", Days(Event("2027-01-05 18:00", "FREQ=WEEKLY;COUNT=2", except: ["2027-01-12 09:00"]), 10));

    [Fact]
    public void Exceptions_count_within_COUNT() =>
        Assert.Equal("2027-01-05", Days(Event("2027-01-05 18:00", "FREQ=WEEKLY;COUNT=2", except: ["2027-01-12"]), 10));

    [Fact]
    public void Between_gives_what_touches_the_window()
    {
        var schedule = Event("2020-01-06 22:00", "FREQ=WEEKLY;BYDAY=MO,SA", end: "2020-01-07 02:00").Schedule();
        Assert.Equal(
            ["2027-03-06", "2027-03-08", "2027-03-13"],
            schedule.Between(Moment("2027-03-07 01:00"), Moment("2027-03-13 22:01")).Select(o => o.FirstDay.ToString("uuuu-MM-dd", null)));
        Assert.Empty(schedule.Between(Moment("2027-03-07 02:00"), Moment("2027-03-08 22:00")));
    }

    [Fact]
    public void Next_is_what_goes_on_or_comes()
    {
        var schedule = Event("2027-01-05 18:00", "FREQ=WEEKLY;COUNT=2", end: "2027-01-05 20:00").Schedule();
        Assert.Equal(5, schedule.Next(Moment("2026-01-01 00:00"))!.Value.FirstDay.Day);
        Assert.Equal(5, schedule.Next(Moment("2027-01-05 19:59"))!.Value.FirstDay.Day);
        Assert.Equal(12, schedule.Next(Moment("2027-01-05 20:00"))!.Value.FirstDay.Day);
        Assert.Null(schedule.Next(Moment("2027-01-12 20:00")));
    }

    [Fact]
    public void An_endless_rule_ends_after_a_hundred_years()
    {
        var count = Event("2027-01-01", "FREQ=DAILY", allDay: true).Schedule().All().Count();
        Assert.InRange(count, 36_500, 37_000);
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rrule-never")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6", "rrule-never")]
    [InlineData("FREQ=WEEKLY;BYDAY=WE", "rrule-start")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270101", "rrule-until-before-start")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270110", "rrule-once")]
    public void A_rule_that_does_not_fit_its_start_is_told(string rule, string code)
    {
        var schedule = Event("2027-01-05 18:00", rule).Schedule();
        Assert.Equal(code, Assert.Single(schedule.Faults).Code);
        Assert.Equal(5, schedule.All().First().FirstDay.Day);
    }

    [Fact]
    public void A_rule_that_cannot_be_read_leaves_the_start_and_the_dates()
    {
        var item = Event("2027-01-05 18:00", "FREQ=HOURLY", dates: ["2027-02-01"]);
        Assert.Equal("rrule-freq", item.Schedule().Faults.Single().Code);
        Assert.Equal("2027-01-05 2027-02-01", Days(item, 5));
    }

    [Theory]
    [InlineData("2027-01-05", "9999-12-31", true, null)]
    [InlineData("2027-01-05 18:00", "9999-12-31 23:59", false, "FREQ=WEEKLY;UNTIL=99991231")]
    [InlineData("2027-01-05 18:00", null, false, "FREQ=WEEKLY;UNTIL=99991231T235959Z")]
    [InlineData("9999-12-31", null, true, "FREQ=YEARLY")]
    [InlineData("9999-12-31 23:59", "9999-12-31 23:59", false, "FREQ=DAILY")]
    [InlineData("0001-01-01 00:00", null, false, "FREQ=WEEKLY;WKST=SU")]
    public void The_end_of_the_calendar_ends_nothing(string start, string? end, bool allDay, string? rule)
    {
        var schedule = Event(start, rule, end, allDay, dates: ["9999-12-31"]).Schedule();
        Assert.InRange(schedule.All().Count(), 0, 10_000);
        Assert.True(schedule.NominalEnd >= At(start));
        Assert.InRange(schedule.Between(Moment("2027-01-01 00:00"), Moment("2028-01-01 00:00")).Count(), 0, 60);
    }

    [Fact]
    public void The_machines_culture_plays_no_part()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("ar-SA");
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            var rule = Event("2027-01-05 18:00", "freq=daily;interval=3;bymonthday=-1,13;until=20270630").Schedule().Rule!;
            Assert.Equal("FREQ=DAILY;INTERVAL=3;BYMONTHDAY=-1,13;UNTIL=X", rule.ToText(_ => "X"));
            Assert.EndsWith("jusqu’au 30 juin 2027", RuleSentence.Of(rule, At("2027-01-05 18:00")), StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
            System.Globalization.CultureInfo.CurrentUICulture = culture;
        }
    }
}
