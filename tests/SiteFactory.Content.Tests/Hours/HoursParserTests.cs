using FsCheck;
using FsCheck.Fluent;
using SiteFactory.Content.Hours;

namespace SiteFactory.Content.Tests.Hours;

public class HoursParserTests
{
    private static string Show(OpeningHours hours)
    {
        string[] names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        var days = names.Select((n, i) => (Name: n, Ranges: hours.Week.Days[i])).Where(d => !d.Ranges.IsEmpty).Select(d => $"{d.Name} {Show(d.Ranges)}");
        var holidays = hours.OnPublicHolidays is { } ph ? [$"PH {(ph.IsEmpty ? "off" : Show(ph))}"] : Array.Empty<string>();
        return string.Join("; ", days.Concat(holidays));
    }

    private static string Show(IEnumerable<TimeRange> ranges) => string.Join(",", ranges.Select(r => $"{r.FromText}-{r.ToText}"));

    [Theory]
    [InlineData("Mo-We 09:00-12:00,14:00-17:00", "Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00,14:00-17:00; We 09:00-12:00,14:00-17:00")]
    [InlineData("Sa 09:00-12:00", "Sa 09:00-12:00")]
    [InlineData("Mo,Th 9:00-12:00", "Mo 09:00-12:00; Th 09:00-12:00")]
    [InlineData("Mo-Tu,Sa 09:00-12:00", "Mo 09:00-12:00; Tu 09:00-12:00; Sa 09:00-12:00")]
    [InlineData("Sa-Mo 09:00-12:00", "Mo 09:00-12:00; Sa 09:00-12:00; Su 09:00-12:00")]
    [InlineData("Mo-We 09:00-12:00|Tu off", "Mo 09:00-12:00; We 09:00-12:00")]
    [InlineData("Mo-Tu 09:00-12:00|Tu 14:00-17:00", "Mo 09:00-12:00; Tu 09:00-12:00,14:00-17:00")]
    [InlineData("Mo-Tu 09:00-12:00; Tu 14:00-17:00", "Mo 09:00-12:00; Tu 14:00-17:00")]
    [InlineData("Mo 09:00-12:00|PH off", "Mo 09:00-12:00; PH off")]
    [InlineData("Mo,PH 10:00-12:00", "Mo 10:00-12:00; PH 10:00-12:00")]
    [InlineData("Fr 20:00-02:00", "Fr 20:00-02:00")]
    [InlineData("Fr 20:00-24:00", "Fr 20:00-24:00")]
    [InlineData("Mo 14:00-17:00|Mo 09:00-12:00", "Mo 09:00-12:00,14:00-17:00")]
    [InlineData("Mo 09:00-12:00|Mo 11:00-14:00", "Mo 09:00-14:00")]
    [InlineData("su 10:00 - 12:00", "Su 10:00-12:00")]
    [InlineData("We off", "")]
    public void What_is_written_is_read(string text, string expected)
    {
        var reading = HoursParser.Parse([.. text.Split('|')]);
        Assert.Empty(reading.Faults);
        Assert.Equal(expected, Show(reading.Hours));
    }

    [Theory]
    [InlineData("24/7", "00:00-24:00")]
    [InlineData("08:00-20:00", "08:00-20:00")]
    public void Without_days_it_is_every_day(string text, string expected)
    {
        var week = HoursParser.Parse([text]).Hours.Week;
        Assert.All(week.Days, d => Assert.Equal(expected, Show(d)));
    }

    [Theory]
    [InlineData("Lu-Ve 09:00-12:00", "hours-day@0", "hours-day@3")]
    [InlineData("Mo,Xx 09:00-12:00", "hours-day@3")]
    [InlineData("Mo-Fr", "hours-no-time@0")]
    [InlineData("Mo 09:00-12:00; sur rendez-vous", "hours-no-time@16")]
    [InlineData("Mo 09:00", "hours-time@3")]
    [InlineData("Mo 09:00-12:00,14h-17h", "hours-time@15")]
    [InlineData("Mo 09:00-25:00", "hours-time@3")]
    [InlineData("Mo 09:60-12:00", "hours-time@3")]
    [InlineData("Mo 24:00-25:00", "hours-time@3")]
    [InlineData("Mo 09:00-09:00", "hours-time@3")]
    [InlineData("Mo-PH 09:00-12:00", "hours-holiday-span@0")]
    [InlineData("Mo 09:00-12:00,11:00-14:00", "hours-overlap@3")]
    [InlineData("24/24", "hours-time@0")]
    public void What_cannot_be_read_is_told_at_its_place(string text, params string[] expected)
    {
        var reading = HoursParser.Parse(["Su 10:00-12:00", text]);
        Assert.Equal(expected, reading.Faults.Select(f => $"{f.Fault.Code}@{f.Fault.Position}"));
        Assert.All(reading.Faults, f => Assert.Equal(1, f.Entry));
        Assert.Contains("Su 10:00-12:00", Show(reading.Hours), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_typed_is_read_or_told()
    {
        var pieces = Gen.Elements("Mo", "-", "Fr", ",", " ", "09:00", "12:00", "off", "PH", ";", "24/7", "é", "\ud83c", ":", "1", "closed", "\n");
        Prop.ForAll(
            pieces.ListOf().Select(p => string.Concat(p)).ToArbitrary(),
            text =>
            {
                var reading = HoursParser.Parse([text]);
                var days = reading.Hours.Week.Days.Append(reading.Hours.OnPublicHolidays ?? []);
                return days.All(d => d.All(r => r.From is >= 0 and < TimeRange.Day && r.To > r.From && r.To <= 2 * TimeRange.Day))
                    && reading.Faults.All(f => f.Fault.Position >= 0 && f.Fault.Position <= text.Length);
            }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 7919).WithMaxTest(2000));
    }
}
