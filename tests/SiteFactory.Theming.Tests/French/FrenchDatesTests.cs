using System.Globalization;
using NodaTime;
using SiteFactory.Theming.French;

namespace SiteFactory.Theming.Tests.French;

public sealed class FrenchDatesTests
{
    [Theory]
    [InlineData(2026, 9, 14, "lundi 14 septembre 2026")]
    [InlineData(2026, 10, 1, "jeudi 1er octobre 2026")]
    [InlineData(2027, 2, 28, "dimanche 28 février 2027")]
    [InlineData(2026, 8, 15, "samedi 15 août 2026")]
    public void Full_names_day_and_month(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Plain(FrenchDates.Full(new(year, month, day))));

    [Theory]
    [InlineData(2026, 12, 24, "24")]
    [InlineData(2026, 12, 1, "1er")]
    [InlineData(2026, 11, 30, "30 novembre")]
    [InlineData(2025, 12, 24, "24 décembre 2025")]
    public void A_period_tells_of_its_first_day_what_the_last_one_does_not(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Plain(FrenchDates.Start(new(year, month, day), new(2026, 12, 26))));

    [Fact]
    public void Day_and_month_do_not_break_apart() =>
        Assert.Equal("14\u00a0septembre 2026", FrenchDates.Long(new(2026, 9, 14)));

    [Theory]
    [InlineData(9, 0, "9 h")]
    [InlineData(9, 30, "9 h 30")]
    [InlineData(18, 5, "18 h 05")]
    [InlineData(0, 0, "minuit")]
    [InlineData(12, 0, "12 h")]
    public void Hour_is_written_in_figures(int hour, int minute, string expected) =>
        Assert.Equal(expected, Plain(FrenchDates.Hour(new(hour, minute))));

    [Fact]
    public void Stamp_has_every_part()
    {
        var stamp = FrenchDates.Stamp(new(2026, 9, 1));
        Assert.Equal(("2026-09-01", "1er septembre 2026", "mardi", "1er", "sept.", "2026"),
            (stamp.Iso, Plain(stamp.Long), stamp.Weekday, stamp.Day, stamp.Month, stamp.Year));
    }

    [Fact]
    public void Month_title_has_a_capital() => Assert.Equal("Décembre 2026", FrenchDates.MonthTitle(new(2026, 12, 25)));

    [Theory]
    [InlineData("2026-07-01T18:00", "2026-07-01T18:00:00+02:00")]
    [InlineData("2026-12-01T18:00", "2026-12-01T18:00:00+01:00")]
    [InlineData("2026-03-29T02:30", "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-10-25T02:30", "2026-10-25T02:30:00+02:00")]
    public void Iso_follows_both_clock_changes(string local, string expected)
    {
        var time = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;
        Assert.Equal(expected, FrenchDates.Iso(time, Paris));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Machine_culture_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("lundi 14 septembre 2026", Plain(FrenchDates.Full(new(2026, 9, 14))));
            Assert.Equal("9 h 30", Plain(FrenchDates.Hour(new(9, 30))));
            Assert.Equal("1,4 Mo", Plain(FrenchNumbers.Size(1_400_000)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    internal static DateTimeZone Paris { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>No-break spaces as ordinary ones, so that a test can be read.</summary>
    internal static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
