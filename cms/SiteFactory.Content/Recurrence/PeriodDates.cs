using NodaTime;

namespace SiteFactory.Content.Recurrence;

/// <summary>The dates that a rule picks in one of its periods (the table of RFC 5545, 3.3.10).</summary>
internal sealed class PeriodDates(RecurrenceRule rule, LocalDate start)
{
    /// <summary>Adds the period's dates to <paramref name="dates"/>, in order and each once.</summary>
    public void Collect(LocalDate period, List<LocalDate> dates)
    {
        switch (rule.Frequency)
        {
            case Frequency.Daily:
                Day(period, dates);
                break;
            case Frequency.Weekly:
                Week(period, dates);
                break;
            case Frequency.Monthly:
                if (InMonths(period.Month))
                    Month(period, dates);
                break;
            default:
                Year(period, dates);
                break;
        }
        Order(dates);
        if (!rule.BySetPos.IsEmpty)
            KeepPositions(dates);
    }

    private void Day(LocalDate day, List<LocalDate> dates)
    {
        if (InMonths(day.Month) && OnMonthDay(day) && OnWeekday(day))
            dates.Add(day);
    }

    private void Week(LocalDate first, List<LocalDate> dates)
    {
        for (var i = 0; i < 7; i++)
        {
            var day = first.PlusDays(i);
            var wanted = rule.ByDay.IsEmpty ? day.DayOfWeek == start.DayOfWeek : OnWeekday(day);
            if (wanted && InMonths(day.Month))
                dates.Add(day);
        }
    }

    private void Month(LocalDate first, List<LocalDate> dates)
    {
        var length = first.Calendar.GetDaysInMonth(first.Year, first.Month);
        if (!rule.ByMonthDay.IsEmpty)
        {
            foreach (var number in rule.ByMonthDay)
            {
                var day = number > 0 ? number : length + 1 + number;
                if (day >= 1 && day <= length && OnNthWeekday(first.PlusDays(day - 1), length))
                    dates.Add(first.PlusDays(day - 1));
            }
        }
        else if (!rule.ByDay.IsEmpty)
        {
            Weekdays(first, length, dates);
        }
        else if (start.Day <= length)
        {
            dates.Add(first.PlusDays(start.Day - 1));
        }
    }

    private void Year(LocalDate first, List<LocalDate> dates)
    {
        if (rule.ByMonth.IsEmpty && rule.ByMonthDay.IsEmpty && !rule.ByDay.IsEmpty)
        {
            Weekdays(first, first.Calendar.GetDaysInYear(first.Year), dates);
            return;
        }
        var plain = rule.ByMonth.IsEmpty && rule.ByMonthDay.IsEmpty;
        for (var month = 1; month <= 12; month++)
        {
            if (plain ? month == start.Month : InMonths(month))
                Month(new(first.Year, month, 1), dates);
        }
    }

    // Every or the nth weekday among `length` days.
    private void Weekdays(LocalDate first, int length, List<LocalDate> dates)
    {
        foreach (var (ordinal, weekday) in rule.ByDay)
        {
            var offset = (weekday - first.DayOfWeek + 7) % 7;
            var last = offset + ((length - 1 - offset) / 7 * 7);
            if (ordinal == 0)
            {
                for (var i = offset; i < length; i += 7)
                    dates.Add(first.PlusDays(i));
                continue;
            }
            var nth = ordinal > 0 ? offset + ((ordinal - 1) * 7) : last + ((ordinal + 1) * 7);
            if (nth >= 0 && nth < length)
                dates.Add(first.PlusDays(nth));
        }
    }

    private bool InMonths(int month) => rule.ByMonth.IsEmpty || rule.ByMonth.Contains(month);

    private bool OnMonthDay(LocalDate day)
    {
        if (rule.ByMonthDay.IsEmpty)
            return true;
        var fromEnd = day.Day - day.Calendar.GetDaysInMonth(day.Year, day.Month) - 1;
        return rule.ByMonthDay.Contains(day.Day) || rule.ByMonthDay.Contains(fromEnd);
    }

    private bool OnWeekday(LocalDate day)
    {
        foreach (var wanted in rule.ByDay)
        {
            if (wanted.Day == day.DayOfWeek)
                return true;
        }
        return rule.ByDay.IsEmpty;
    }

    // BYDAY beside BYMONTHDAY only limits; an ordinal then counts within the month.
    private bool OnNthWeekday(LocalDate day, int length)
    {
        var fromStart = ((day.Day - 1) / 7) + 1;
        var fromEnd = -(((length - day.Day) / 7) + 1);
        foreach (var wanted in rule.ByDay)
        {
            if (wanted.Day == day.DayOfWeek && (wanted.Ordinal == 0 || wanted.Ordinal == fromStart || wanted.Ordinal == fromEnd))
                return true;
        }
        return rule.ByDay.IsEmpty;
    }

    private static void Order(List<LocalDate> dates)
    {
        dates.Sort();
        for (var i = dates.Count - 1; i > 0; i--)
        {
            if (dates[i] == dates[i - 1])
                dates.RemoveAt(i);
        }
    }

    private void KeepPositions(List<LocalDate> dates)
    {
        var kept = new List<LocalDate>(rule.BySetPos.Length);
        foreach (var position in rule.BySetPos)
        {
            var index = position > 0 ? position - 1 : dates.Count + position;
            if (index >= 0 && index < dates.Count)
                kept.Add(dates[index]);
        }
        dates.Clear();
        dates.AddRange(kept);
        Order(dates);
    }
}
