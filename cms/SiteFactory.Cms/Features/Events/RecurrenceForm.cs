using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Cms.Features.Events;

/// <summary>How often an event takes place, as a form asks it.</summary>
public enum Repeats
{
    /// <summary>Once.</summary>
    Never,

    Daily,

    /// <summary>On days of the week.</summary>
    Weekly,

    /// <summary>On the day of the month of its start: the 14th.</summary>
    MonthlyOnDay,

    /// <summary>On a weekday of the month: the second Tuesday.</summary>
    MonthlyOnWeekday,

    Yearly,

    /// <summary>By a rule that the other choices cannot say; it stays as it is.</summary>
    AsWritten,
}

/// <summary>When a repetition ends.</summary>
public enum RepeatEnd
{
    Never,
    On,
    After,
}

/// <summary>A recurrence rule as the fields of a form, both ways.</summary>
public sealed class RecurrenceForm
{
    private static readonly LocalDatePattern UntilPattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public Repeats Repeats { get; set; }

    /// <summary>Every nth day, week, month or year.</summary>
    public int Interval { get; set; } = 1;

    /// <summary>Days of the week, for <see cref="Repeats.Weekly"/>; none: that of the start.</summary>
    public List<IsoDayOfWeek> Weekdays { get; set; } = [];

    /// <summary>1 to 5, or -1 for the last, for <see cref="Repeats.MonthlyOnWeekday"/>.</summary>
    public int Nth { get; set; } = 1;

    /// <summary>The weekday for <see cref="Repeats.MonthlyOnWeekday"/>.</summary>
    public IsoDayOfWeek NthDay { get; set; } = IsoDayOfWeek.Monday;

    public RepeatEnd End { get; set; }

    /// <summary>A browser's day.</summary>
    public string? Until { get; set; }

    public int? Count { get; set; }

    /// <summary>The fields that say this rule.</summary>
    public static RecurrenceForm Of(string? text, LocalDateTime start, DateTimeZone zone)
    {
        if (text is null)
            return new() { NthDay = start.DayOfWeek, Nth = ((start.Day - 1) / 7) + 1 };
        if (RuleParser.Parse(text, zone).Rule is not { } rule || Shape(rule, start) is not { } form)
            return new() { Repeats = Repeats.AsWritten };
        form.Interval = rule.Interval;
        form.Count = rule.Count;
        form.Until = rule.Until is { } until ? FormTimes.Day(until.Date) : null;
        form.End = rule.Count is not null ? RepeatEnd.After : rule.Until is not null ? RepeatEnd.On : RepeatEnd.Never;
        return form;
    }

    /// <summary>The rule that the fields say; the one written today when it says the same. Null: the event takes place once.</summary>
    public string? Text(string? written, LocalDateTime start, DateTimeZone zone, FormErrors errors, string prefix)
    {
        if (Repeats == Repeats.AsWritten)
            return written;
        if (Repeats == Repeats.Never)
            return null;
        var until = End == RepeatEnd.On ? errors.Day(prefix + nameof(Until), Until) : null;
        if (End == RepeatEnd.On && string.IsNullOrWhiteSpace(Until))
            errors.Add(prefix + nameof(Until), EventTexts.T["UntilMissing"]);
        if (End == RepeatEnd.After && Count is null or < 1 or > 1000)
            errors.Add(prefix + nameof(Count), EventTexts.T["CountMissing"]);
        if (Interval is < 1 or > 99)
            errors.Add(prefix + nameof(Interval), EventTexts.T["BadInterval"]);
        var rule = Rule(start, until);
        var text = rule.ToText(u => UntilPattern.Format(u.Date));
        return written is not null && RuleParser.Parse(written, zone).Rule is { } before && Complete(before, start).ToText(u => UntilPattern.Format(u.Date)) == text ? written : text;
    }

    /// <summary>The rule with what it leaves to the start written out.</summary>
    private static RecurrenceRule Complete(RecurrenceRule rule, LocalDateTime start) => rule switch
    {
        { Frequency: Frequency.Weekly, ByDay.IsEmpty: true } => rule with { ByDay = [new(0, start.DayOfWeek)] },
        { Frequency: Frequency.Weekly } => rule with { ByDay = [.. rule.ByDay.OrderBy(d => d.Day)] },
        { Frequency: Frequency.Monthly, ByDay.IsEmpty: true, ByMonthDay.IsEmpty: true } => rule with { ByMonthDay = [start.Day] },
        _ => rule,
    };

    private RecurrenceRule Rule(LocalDateTime start, LocalDate? until) => new()
    {
        Frequency = Repeats switch
        {
            Repeats.Daily => Frequency.Daily,
            Repeats.Weekly => Frequency.Weekly,
            Repeats.Yearly => Frequency.Yearly,
            _ => Frequency.Monthly,
        },
        Interval = Math.Clamp(Interval, 1, 99),
        ByDay = ByDay(start),
        ByMonthDay = Repeats == Repeats.MonthlyOnDay ? [start.Day] : [],
        Until = until?.At(new LocalTime(23, 59, 59)),
        Count = End == RepeatEnd.After && Count is >= 1 and <= 1000 ? Count : null,
    };

    private ImmutableArray<RuleWeekday> ByDay(LocalDateTime start) => Repeats switch
    {
        Repeats.Weekly when Weekdays.Count > 0 => [.. Weekdays.Distinct().Order().Select(d => new RuleWeekday(0, d))],
        Repeats.Weekly => [new(0, start.DayOfWeek)],
        Repeats.MonthlyOnWeekday => [new(Nth is -1 or (>= 1 and <= 5) ? Nth : 1, NthDay == IsoDayOfWeek.None ? start.DayOfWeek : NthDay)],
        _ => [],
    };

    /// <summary>Null when no choice of the form says the rule.</summary>
    private static RecurrenceForm? Shape(RecurrenceRule rule, LocalDateTime start)
    {
        if (!rule.ByMonth.IsEmpty || !rule.BySetPos.IsEmpty || rule.WeekStart != IsoDayOfWeek.Monday)
            return null;
        return rule switch
        {
            { Frequency: Frequency.Daily, ByDay.IsEmpty: true, ByMonthDay.IsEmpty: true } => new() { Repeats = Repeats.Daily },
            { Frequency: Frequency.Yearly, ByDay.IsEmpty: true, ByMonthDay.IsEmpty: true } => new() { Repeats = Repeats.Yearly },
            { Frequency: Frequency.Weekly, ByMonthDay.IsEmpty: true } when rule.ByDay.All(d => d.Ordinal == 0) => new() { Repeats = Repeats.Weekly, Weekdays = rule.ByDay.IsEmpty ? [start.DayOfWeek] : [.. rule.ByDay.Select(d => d.Day)] },
            { Frequency: Frequency.Monthly, ByMonthDay.IsEmpty: true, ByDay: [{ Ordinal: -1 or (>= 1 and <= 5) } day] } => new() { Repeats = Repeats.MonthlyOnWeekday, Nth = day.Ordinal, NthDay = day.Day },
            { Frequency: Frequency.Monthly, ByDay.IsEmpty: true } when rule.ByMonthDay.IsEmpty || (rule.ByMonthDay is [var only] && only == start.Day) => new() { Repeats = Repeats.MonthlyOnDay },
            _ => null,
        };
    }
}
