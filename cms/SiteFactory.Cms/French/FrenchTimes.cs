using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SiteFactory.Cms.French;

/// <summary>Days and moments as people say them.</summary>
public static class FrenchTimes
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly LocalDatePattern LongDay = LocalDatePattern.Create("dddd d MMMM uuuu", French);
    private static readonly LocalDatePattern DayMonthYear = LocalDatePattern.Create("d MMMM uuuu", French);
    private static readonly LocalDatePattern DayOfMonth = LocalDatePattern.Create("d MMMM", French);
    private static readonly LocalDatePattern ShortDay = LocalDatePattern.Create("d MMM uuuu", French);
    private static readonly LocalTimePattern Time = LocalTimePattern.Create("H' h 'mm", French);

    /// <summary><c>mardi 1er décembre 2026 à 18 h 30</c>.</summary>
    public static string Moment(Instant instant, DateTimeZone zone) => Moment(instant.InZone(zone).LocalDateTime);

    /// <summary><c>mardi 1er décembre 2026 à 18 h 30</c>.</summary>
    public static string Moment(LocalDateTime moment) => $"{Day(moment.Date)} à {Clock(moment.TimeOfDay)}";

    /// <summary><c>mardi 1er décembre 2026</c>.</summary>
    public static string Day(LocalDate day) => First(LongDay.Format(day), day);

    /// <summary><c>le mardi 1er décembre 2026</c>, or <c>du … au …</c>, both days included.</summary>
    public static string Days(LocalDate from, LocalDate to) => from == to ? $"le {Day(from)}" : $"du {Day(from)} au {Day(to)}";

    /// <summary><c>1er décembre 2026</c>.</summary>
    public static string Long(LocalDate day) => First(DayMonthYear.Format(day), day);

    /// <summary><c>1er décembre</c>.</summary>
    public static string DayMonth(LocalDate day) => First(DayOfMonth.Format(day), day);

    /// <summary><c>1er déc. 2026</c>.</summary>
    public static string Short(LocalDate day) => First(ShortDay.Format(day), day);

    /// <summary><c>1er déc. 2026</c> on the territory's clocks.</summary>
    public static string Short(Instant instant, DateTimeZone zone) => Short(instant.InZone(zone).Date);

    /// <summary><c>18 h 30</c>.</summary>
    public static string Clock(LocalTime time) => Time.Format(time).Replace(' ', '\u00a0');

    private static string First(string text, LocalDate day) =>
        day.Day != 1 ? text
        : text.StartsWith("1 ", StringComparison.Ordinal) ? "1er" + text[1..]
        : text.Replace(" 1 ", " 1er ", StringComparison.Ordinal);
}
