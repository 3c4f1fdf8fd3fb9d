using NodaTime;
using SiteFactory.Content.Everyday;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Tests.Everyday;

/// <summary>Collections on real days.</summary>
public class CollectionCalendarTests
{
    private static readonly LocalDate Monday = new(2026, 11, 23);

    [Fact]
    public void A_weekly_round_comes_every_week_on_its_days() =>
        Assert.Equal(["2026-11-24", "2026-11-27", "2026-12-01"], Days(HolidayShift.Usual, Weekly(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Friday), Monday, new(2026, 12, 1)));

    [Fact]
    public void A_round_every_other_week_counts_from_its_first_week_both_ways()
    {
        var round = Weekly(IsoDayOfWeek.Friday) with { Every = 2, Since = new(2026, 11, 25) };
        Assert.Equal(["2026-11-13", "2026-11-27", "2026-12-11"], Days(HolidayShift.Usual, round, new(2026, 11, 10), new(2026, 12, 18)));
    }

    [Fact]
    public void Even_weeks_follow_the_calendars_numbers_over_a_year_of_53_weeks()
    {
        // 2026 has a week 53: two odd weeks follow each other at the turn of the year.
        Assert.Equal(["2026-12-22", "2027-01-12"], Days(HolidayShift.Usual, Weekly(IsoDayOfWeek.Tuesday) with { Weeks = WeekParity.Even }, new(2026, 12, 21), new(2027, 1, 17)));
        Assert.Equal(["2026-12-29", "2027-01-05"], Days(HolidayShift.Usual, Weekly(IsoDayOfWeek.Tuesday) with { Weeks = WeekParity.Odd }, new(2026, 12, 21), new(2027, 1, 17)));
    }

    [Fact]
    public void A_monthly_round_comes_on_its_weekday_of_the_month()
    {
        var round = Weekly(IsoDayOfWeek.Monday) with { Monthly = [OrdinalInMonth.First, OrdinalInMonth.Last] };
        Assert.Equal(["2026-11-02", "2026-11-30", "2026-12-07", "2026-12-28"], Days(HolidayShift.Usual, round, new(2026, 11, 1), new(2026, 12, 31)));
        Assert.Equal(["2026-11-23", "2026-12-28"], Days(HolidayShift.Usual, round with { Monthly = [OrdinalInMonth.Fourth] }, new(2026, 11, 1), new(2026, 12, 31)));
    }

    [Fact]
    public void A_season_has_a_first_and_a_last_day()
    {
        var round = Weekly(IsoDayOfWeek.Saturday) with { From = new(2026, 4, 4), Until = new(2026, 4, 18) };
        Assert.Equal(["2026-04-04", "2026-04-11", "2026-04-18"], Days(HolidayShift.Usual, round, new(2026, 3, 1), new(2026, 5, 30)));
    }

    [Theory]
    [InlineData(HolidayShift.Usual, "2026-05-12 2026-05-14 2026-05-15")]
    [InlineData(HolidayShift.Skip, "2026-05-12 2026-05-15")]
    [InlineData(HolidayShift.NextDay, "2026-05-12 2026-05-15")]
    [InlineData(HolidayShift.RestOfWeek, "2026-05-12 2026-05-15 2026-05-16")]
    public void A_public_holiday_does_what_the_site_says(HolidayShift shift, string expected) => Assert.Equal(
        expected.Split(' '),
        Days(shift, Weekly(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday), new(2026, 5, 11), new(2026, 5, 17)));

    [Fact]
    public void A_collection_never_moves_to_another_holiday()
    {
        // In Moselle 25 and 26 December are both holidays.
        var round = Weekly(IsoDayOfWeek.Friday);
        Assert.Equal(["2026-12-27"], Days(HolidayShift.NextDay, round, new(2026, 12, 21), new(2026, 12, 27)));
    }

    [Fact]
    public void Dates_of_their_own_stay_where_they_are()
    {
        var round = new WasteRound(WasteKind.Bulky, [], 1, null, null, null, [new(2026, 5, 14), new(2026, 6, 3)], null);
        Assert.Equal(["2026-05-14", "2026-06-03"], Days(HolidayShift.NextDay, round, new(2026, 5, 1), new(2026, 6, 30)));
    }

    [Fact]
    public void A_decision_wins_over_the_rule_for_its_sector_and_waste()
    {
        var collections = new WasteCollections(HolidayShift.Usual, null, [Sector(Weekly(IsoDayOfWeek.Friday), Weekly(IsoDayOfWeek.Friday) with { Waste = WasteKind.Recycling })],
        [
            new(new(2026, 12, 25), new(2026, 12, 26), null, WasteKind.Household, "Noël"),
            new(new(2026, 12, 25), null, "centre", WasteKind.Recycling, null),
            new(new(2026, 12, 18), null, "ailleurs", null, null),
        ]);
        var days = new CollectionCalendar(collections, HolidayRegion.AlsaceMoselle).Between(collections.Sectors[0], new(2026, 12, 14), new(2026, 12, 27));
        Assert.Equal(
            [(new(2026, 12, 18), WasteKind.Household, null), (new(2026, 12, 18), WasteKind.Recycling, null), (new LocalDate(2026, 12, 26), WasteKind.Household, (LocalDate?)new LocalDate(2026, 12, 25))],
            days.Select(d => (d.Date, d.Waste, d.Instead)));
        Assert.Equal("Noël", days[^1].Note);
    }

    [Fact]
    public void What_is_moved_into_the_period_is_in_it_and_what_is_moved_out_is_not()
    {
        var round = Weekly(IsoDayOfWeek.Thursday);
        Assert.Equal(["2026-05-15"], Days(HolidayShift.NextDay, round, new(2026, 5, 15), new(2026, 5, 17)));
        Assert.Empty(Days(HolidayShift.NextDay, round, new(2026, 5, 13), new(2026, 5, 14)));
    }

    private static WasteRound Weekly(params IsoDayOfWeek[] days) => new(WasteKind.Household, [.. days], 1, null, null, null, [], null);

    private static WasteSector Sector(params WasteRound[] rounds) => new("centre", "Centre", null, [], [], [.. rounds]);

    private static IEnumerable<string> Days(HolidayShift shift, WasteRound round, LocalDate first, LocalDate last)
    {
        var collections = new WasteCollections(shift, null, [Sector(round)], []);
        return new CollectionCalendar(collections, HolidayRegion.AlsaceMoselle).Between(collections.Sectors[0], first, last).Select(d => d.Date.ToString("uuuu-MM-dd", null));
    }
}
