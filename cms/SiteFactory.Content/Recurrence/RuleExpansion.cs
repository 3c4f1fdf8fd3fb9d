using NodaTime;

namespace SiteFactory.Content.Recurrence;

/// <summary>
/// Gives a rule's starts in order. Never endless: it stops a hundred years after the start, well beyond what a rule
/// that matches at all needs to match again.
/// </summary>
internal sealed class RuleExpansion
{
    private const int HorizonYears = 100;

    private readonly RecurrenceRule _rule;
    private readonly LocalDateTime _start;
    private readonly LocalDate _origin;
    private readonly PeriodDates _dates;
    private readonly int _periods;

    public RuleExpansion(RecurrenceRule rule, LocalDateTime start)
    {
        _rule = rule;
        _start = start;
        _dates = new(rule, start.Date);
        _origin = Origin(rule, start.Date);
        _periods = PeriodsUntil(new LocalDate(Math.Min(start.Year + HorizonYears, EventSchedule.LastYear), 12, 31));
    }

    /// <summary>The start itself, which is always the first (RFC 5545, 3.8.5.3), then what the rule adds after it.</summary>
    /// <param name="from">Earlier starts may be left out, the first one excepted.</param>
    public IEnumerable<LocalDateTime> Starts(LocalDate from)
    {
        yield return _start;
        var count = 1;
        var dates = new List<LocalDate>();
        for (var period = FirstPeriod(from); period <= _periods; period++)
        {
            dates.Clear();
            _dates.Collect(PeriodStart(period), dates);
            foreach (var date in dates)
            {
                var at = date + _start.TimeOfDay;
                if (at <= _start)
                    continue;
                if (count == _rule.Count || at > _rule.Until)
                    yield break;
                count++;
                yield return at;
            }
        }
    }

    /// <summary>The first day of the period that holds the start.</summary>
    internal static LocalDate Origin(RecurrenceRule rule, LocalDate start) => rule.Frequency switch
    {
        Frequency.Weekly => start.PlusDays(-((start.DayOfWeek - rule.WeekStart + 7) % 7)),
        Frequency.Monthly => new(start.Year, start.Month, 1),
        Frequency.Yearly => new(start.Year, 1, 1),
        _ => start,
    };

    // A rule that counts must be counted from its start; any other can begin near the dates that are asked for.
    private int FirstPeriod(LocalDate from) =>
        _rule.Count is not null || from <= _origin ? 0 : Math.Max(0, PeriodsUntil(from) - 1);

    private int PeriodsUntil(LocalDate date) => _rule.Frequency switch
    {
        Frequency.Daily => Period.DaysBetween(_origin, date),
        Frequency.Weekly => Period.DaysBetween(_origin, date) / 7,
        Frequency.Monthly => ((date.Year - _origin.Year) * 12) + date.Month - _origin.Month,
        _ => date.Year - _origin.Year,
    } / _rule.Interval;

    private LocalDate PeriodStart(int period) => _rule.Frequency switch
    {
        Frequency.Daily => _origin.PlusDays(period * _rule.Interval),
        Frequency.Weekly => _origin.PlusWeeks(period * _rule.Interval),
        Frequency.Monthly => _origin.PlusMonths(period * _rule.Interval),
        _ => _origin.PlusYears(period * _rule.Interval),
    };
}
