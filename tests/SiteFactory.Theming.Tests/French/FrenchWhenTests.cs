using NodaTime;
using SiteFactory.Theming.French;

namespace SiteFactory.Theming.Tests.French;

public sealed class FrenchWhenTests
{
    [Theory]
    [InlineData("2026-12-12T14:00", "2026-12-12T18:00", false, "Samedi 12 décembre 2026, de 14 h à 18 h")]
    [InlineData("2026-12-12T14:00", null, false, "Samedi 12 décembre 2026 à 14 h")]
    [InlineData("2026-12-12T20:00", "2026-12-13T02:00", false, "Samedi 12 décembre 2026, de 20 h à 2 h")]
    [InlineData("2026-12-12T20:00", "2026-12-13T00:00", false, "Samedi 12 décembre 2026, de 20 h à minuit")]
    [InlineData("2026-12-12T00:00", null, true, "Samedi 12 décembre 2026")]
    [InlineData("2026-12-12T00:00", "2026-12-12T00:00", true, "Samedi 12 décembre 2026")]
    [InlineData("2026-12-11T00:00", "2026-12-13T00:00", true, "Du vendredi 11 au dimanche 13 décembre 2026")]
    [InlineData("2026-10-30T00:00", "2026-11-01T00:00", true, "Du vendredi 30 octobre au dimanche 1er novembre 2026")]
    [InlineData("2026-12-31T00:00", "2027-01-01T00:00", true, "Du jeudi 31 décembre 2026 au vendredi 1er janvier 2027")]
    [InlineData("2026-12-11T18:00", "2026-12-13T12:00", false, "Du vendredi 11 à 18 h au dimanche 13 décembre 2026 à 12 h")]
    public void Text_says_it_in_one_sentence(string start, string? end, bool allDay, string expected)
    {
        var when = FrenchWhen.Of(At(start), end is null ? null : At(end), allDay, FrenchDatesTests.Paris);
        Assert.Equal(expected, FrenchDatesTests.Plain(when.Text));
    }

    [Fact]
    public void Night_event_has_no_second_day() =>
        Assert.Null(FrenchWhen.Of(At("2026-12-31T20:00"), At("2027-01-01T03:00"), allDay: false, FrenchDatesTests.Paris).End);

    [Fact]
    public void All_day_event_has_dates_without_hours()
    {
        var when = FrenchWhen.Of(At("2026-12-11T00:00"), At("2026-12-13T00:00"), allDay: true, FrenchDatesTests.Paris, "Chaque année");
        Assert.Equal(("2026-12-11", "2026-12-13", "Chaque année"), (when.StartIso, when.EndIso, when.Recurrence));
        Assert.Equal("13", when.End?.Day);
    }

    [Fact]
    public void Timed_event_has_offsets()
    {
        var when = FrenchWhen.Of(At("2026-06-21T18:00"), At("2026-06-21T23:00"), allDay: false, FrenchDatesTests.Paris);
        Assert.Equal(("2026-06-21T18:00:00+02:00", "2026-06-21T23:00:00+02:00"), (when.StartIso, when.EndIso));
    }

    private static LocalDateTime At(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
