using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;
using static SiteFactory.Content.Tests.Recurrence.Times;

namespace SiteFactory.Content.Tests.Hours;

public class OpeningCalendarTests
{
    private static OpeningCalendar Calendar(string text, params Closure[] closures) =>
        new(HoursParser.Parse([.. text.Split('|')]).Hours, [.. closures], HolidayRegion.AlsaceMoselle);

    // 2027-03-22 is a Monday; 26 March is Good Friday, 29 March Easter Monday.
    [Theory]
    [InlineData("2027-03-22 08:59", false)]
    [InlineData("2027-03-22 09:00", true)]
    [InlineData("2027-03-22 11:59", true)]
    [InlineData("2027-03-22 12:00", false)]
    [InlineData("2027-03-26 10:00", false)]
    [InlineData("2027-03-29 10:00", false)]
    [InlineData("2027-03-27 10:00", false)]
    public void Open_or_not(string at, bool open) =>
        Assert.Equal(open, Calendar("Mo-Fr 09:00-12:00|PH off").IsOpen(At(at)));

    [Theory]
    [InlineData("2027-03-26 23:30", true)]
    [InlineData("2027-03-27 01:59", true)]
    [InlineData("2027-03-27 02:00", false)]
    [InlineData("2027-03-26 01:00", false)]
    public void A_night_goes_into_the_next_day(string at, bool open) =>
        Assert.Equal(open, Calendar("Fr 20:00-02:00").IsOpen(At(at)));

    [Theory]
    [InlineData("2027-03-22 08:00", "2027-03-22 09:00", true)]
    [InlineData("2027-03-22 09:00", "2027-03-22 12:00", false)]
    [InlineData("2027-03-22 12:00", "2027-03-23 09:00", true)]
    [InlineData("2027-03-25 12:00", "2027-03-30 09:00", true)]
    [InlineData("2027-04-05 12:00", "2027-04-12 09:00", true)]
    public void The_next_change_goes_over_holidays_and_closures(string after, string at, bool opens) =>
        Assert.Equal(
            new OpeningChange(At(at), opens),
            Calendar("Mo-Fr 09:00-12:00|PH off", new Closure(new(2027, 4, 6), new(2027, 4, 11), "Congés")).NextChange(At(after)));

    [Theory]
    [InlineData("Fr 20:00-02:00", "2027-03-26 21:00", "2027-03-27 02:00", false)]
    [InlineData("Fr 20:00-02:00", "2027-03-27 01:00", "2027-03-27 02:00", false)]
    [InlineData("Fr 20:00-24:00|Sa 00:00-03:00", "2027-03-26 21:00", "2027-03-27 03:00", false)]
    [InlineData("Fr 20:00-24:00", "2027-03-26 21:00", "2027-03-27 00:00", false)]
    [InlineData("Mo-Fr 00:00-24:00", "2027-03-22 21:00", "2027-03-27 00:00", false)]
    public void Nights_and_whole_days(string hours, string after, string at, bool opens) =>
        Assert.Equal(new OpeningChange(At(at), opens), Calendar(hours).NextChange(At(after)));

    [Fact]
    public void Always_open_and_never_open_do_not_change()
    {
        Assert.Null(Calendar("24/7").NextChange(At("2027-03-22 21:00")));
        Assert.Null(Calendar("PH off").NextChange(At("2027-03-22 21:00")));
    }

    [Fact]
    public void The_next_change_is_where_the_answer_changes()
    {
        var calendar = Calendar("Mo-Th 08:00-12:00,13:30-17:00|Fr 20:00-03:00|Sa,PH 10:00-24:00", new Closure(new(2027, 4, 6), new(2027, 4, 11), null));
        for (var at = At("2027-03-22 00:07"); at < At("2027-04-20 00:00"); at = at.PlusMinutes(53))
        {
            var change = calendar.NextChange(at)!.Value;
            Assert.Equal(!calendar.IsOpen(at), change.Opens);
            Assert.Equal(change.Opens, calendar.IsOpen(change.At));
            Assert.Equal(!change.Opens, calendar.IsOpen(change.At.PlusMinutes(-1)));
            for (var minute = at; minute < change.At; minute = minute.PlusMinutes(29))
                Assert.Equal(!change.Opens, calendar.IsOpen(minute));
        }
    }

    [Fact]
    public void A_day_says_why_it_is_not_ordinary()
    {
        var closure = new Closure(new(2026, 12, 24), new(2026, 12, 31), "Congés");
        var calendar = Calendar("Mo-Fr 09:00-12:00|PH 10:00-11:00", closure);
        Assert.Equal(closure, calendar.On(new(2026, 12, 24)).Closure);
        var assumption = calendar.On(new(2027, 5, 6));
        Assert.Equal(("Ascension", "10:00"), (assumption.Holiday, assumption.Ranges.Single().FromText));
    }

    [Fact]
    public void Schema_org_data()
    {
        var specifications = OpeningSpecification.Of(
            HoursParser.Parse(["Mo-Tu 09:00-12:00", "Tu 14:00-24:00", "PH off"]).Hours,
            [new Closure(new(2026, 12, 24), new(2026, 12, 31), null)]);
        Assert.Equal(
            [
                "Monday,Tuesday 09:00-12:00 ..",
                "Tuesday 14:00-23:59 ..",
                "PublicHolidays 00:00-00:00 ..",
                " 00:00-00:00 2026-12-24..2026-12-31",
            ],
            specifications.Select(s => $"{string.Join(',', s.DaysOfWeek)} {s.Opens}-{s.Closes} {s.ValidFrom}..{s.ValidThrough}"));
    }
}
