using NodaTime;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Content.Tests.Recurrence;

/// <summary>Asks of one day whether a rule without BYSETPOS names it; written from the RFC's words, not from the expansion.</summary>
internal static class NaiveRule
{
    public static bool Fits(RecurrenceRule rule, LocalDate start, LocalDate day)
    {
        if (!rule.ByMonth.IsEmpty && !rule.ByMonth.Contains(day.Month))
            return false;
        if (!InPeriod(rule, start, day))
            return false;
        var length = day.Calendar.GetDaysInMonth(day.Year, day.Month);
        if (!rule.ByMonthDay.IsEmpty && !rule.ByMonthDay.Contains(day.Day) && !rule.ByMonthDay.Contains(day.Day - length - 1))
            return false;
        return rule.ByDay.IsEmpty ? Implied(rule, start, day) : rule.ByDay.Any(d => Matches(rule, d, day, length));
    }

    private static bool InPeriod(RecurrenceRule rule, LocalDate start, LocalDate day) => rule.Frequency switch
    {
        Frequency.Daily => Period.DaysBetween(start, day),
        Frequency.Weekly => Period.DaysBetween(WeekOf(rule, start), WeekOf(rule, day)) / 7,
        Frequency.Monthly => ((day.Year - start.Year) * 12) + day.Month - start.Month,
        _ => day.Year - start.Year,
    } % rule.Interval == 0;

    private static LocalDate WeekOf(RecurrenceRule rule, LocalDate day)
    {
        while (day.DayOfWeek != rule.WeekStart)
            day = day.PlusDays(-1);
        return day;
    }

    private static bool Implied(RecurrenceRule rule, LocalDate start, LocalDate day) => rule.Frequency switch
    {
        Frequency.Daily => true,
        Frequency.Weekly => day.DayOfWeek == start.DayOfWeek,
        Frequency.Monthly => !rule.ByMonthDay.IsEmpty || day.Day == start.Day,
        _ => !rule.ByMonthDay.IsEmpty || (day.Day == start.Day && (!rule.ByMonth.IsEmpty || day.Month == start.Month)),
    };

    private static bool Matches(RecurrenceRule rule, RuleWeekday wanted, LocalDate day, int monthLength)
    {
        if (wanted.Day != day.DayOfWeek)
            return false;
        var wholeYear = rule.Frequency == Frequency.Yearly && rule.ByMonth.IsEmpty && rule.ByMonthDay.IsEmpty;
        var index = wholeYear ? day.DayOfYear : day.Day;
        var length = wholeYear ? day.Calendar.GetDaysInYear(day.Year) : monthLength;
        return wanted.Ordinal == 0 || wanted.Ordinal == ((index - 1) / 7) + 1 || wanted.Ordinal == -(((length - index) / 7) + 1);
    }
}
