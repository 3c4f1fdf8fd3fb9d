using System.Globalization;
using NodaTime;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Theming.French;

/// <summary>
/// Dates as French prose writes them. The words stand here and not in a culture's tables, which differ between machines.
/// Spaces inside a date do not break before a short word: a no-break space joins day and month.
/// </summary>
public static class FrenchDates
{
    private static readonly string[] Weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] ShortMonths =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    /// <summary>Everything a theme shows of a date.</summary>
    public static DateStamp Stamp(LocalDate date) => new(
        Iso(date), Long(date), Weekday(date), Day(date), ShortMonth(date.Month), Year(date));

    /// <summary>What is said of a period's first day before its last one is told in full: "24", "24 décembre" or "24 décembre 2026".</summary>
    public static string Start(LocalDate first, LocalDate last) =>
        first.Year != last.Year ? Long(first) : first.Month != last.Month ? DayMonth(first) : Day(first);

    /// <summary>"lundi".</summary>
    public static string Weekday(LocalDate date) => Weekday(date.DayOfWeek);

    /// <summary>"lundi".</summary>
    public static string Weekday(IsoDayOfWeek day) => Weekdays[(int)day - 1];

    /// <summary>"septembre", from 1 to 12.</summary>
    public static string Month(int month) => Months[month - 1];

    /// <summary>"sept.", from 1 to 12.</summary>
    public static string ShortMonth(int month) => ShortMonths[month - 1];

    /// <summary>"14", and "1er" for the first of a month.</summary>
    public static string Day(LocalDate date) => date.Day == 1 ? "1er" : Number(date.Day);

    /// <summary>"14 septembre 2026".</summary>
    public static string Long(LocalDate date) => $"{DayMonth(date)} {Year(date)}";

    /// <summary>"14 septembre".</summary>
    public static string DayMonth(LocalDate date) => $"{Day(date)}{FrenchText.NoBreakSpace}{Month(date.Month)}";

    /// <summary>"lundi 14 septembre 2026".</summary>
    public static string Full(LocalDate date) => $"{Weekday(date)} {Long(date)}";

    /// <summary>"Décembre 2026".</summary>
    public static string MonthTitle(LocalDate date) => $"{FrenchText.Capitalize(Month(date.Month))} {Year(date)}";

    /// <summary>"9 h", "9 h 30", "midi" never: figures are what people look for; only 0:00 is "minuit".</summary>
    public static string Hour(LocalTime time) => time == LocalTime.Midnight
        ? "minuit"
        : Number(time.Hour) + FrenchText.NoBreakSpace + "h" + Minutes(time);

    /// <summary><c>2026-09-14</c>.</summary>
    public static string Iso(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    /// <summary><c>2026-09-14T18:00:00+02:00</c>. A time that the spring change skips is moved on by an hour, a repeated one is the first.</summary>
    public static string Iso(LocalDateTime time, DateTimeZone zone)
    {
        var zoned = zone.AtLeniently(time);
        var offset = zoned.Offset;
        var sign = offset < Offset.Zero ? '-' : '+';
        var minutes = Math.Abs(offset.Seconds) / 60;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Iso(zoned.Date)}T{zoned.Hour:00}:{zoned.Minute:00}:{zoned.Second:00}{sign}{minutes / 60:00}:{minutes % 60:00}");
    }

    internal static string Year(LocalDate date) => Number(date.Year);

    private static string Minutes(LocalTime time) => time.Minute == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{FrenchText.NoBreakSpace}{time.Minute:00}");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
