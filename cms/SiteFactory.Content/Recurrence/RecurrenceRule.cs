using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace SiteFactory.Content.Recurrence;

/// <summary>How long a rule's period is.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A day of the week, every one of the period or the nth.</summary>
/// <param name="Ordinal">0: every one; 2: the second; -1: the last.</param>
public readonly record struct RuleWeekday(int Ordinal, IsoDayOfWeek Day);

/// <summary>A recurrence rule of RFC 5545, section 3.3.10, in local time; the parts that divide a day or count weeks of a year are left out.</summary>
public sealed record RecurrenceRule
{
    private static readonly string[] DayNames = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public required Frequency Frequency { get; init; }

    /// <summary>Every nth period; from 1.</summary>
    public int Interval { get; init; } = 1;

    public ImmutableArray<RuleWeekday> ByDay { get; init; } = [];

    /// <summary>1 to 31, or from the month's end, -1 to -31.</summary>
    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    public ImmutableArray<int> ByMonth { get; init; } = [];

    /// <summary>Which of a period's dates are kept: 1 the first, -1 the last. Empty: all.</summary>
    public ImmutableArray<int> BySetPos { get; init; } = [];

    /// <summary>How many occurrences in all, the start included.</summary>
    public int? Count { get; init; }

    /// <summary>The last moment, included; the end of the day when the rule names a day only.</summary>
    public LocalDateTime? Until { get; init; }

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The rule as RFC 5545 writes it, without <c>RRULE:</c>, its parts in a fixed order.</summary>
    /// <param name="until">How <c>UNTIL</c> is written: it must match the start's own type, which the rule does not know.</param>
    public string ToText(Func<LocalDateTime, string> until)
    {
        var parts = new List<string> { "FREQ=" + Frequency.ToString().ToUpperInvariant() };
        if (Interval != 1)
            parts.Add(Number("INTERVAL=", Interval));
        Add("BYMONTH=", ByMonth.Select(n => Number("", n)));
        Add("BYMONTHDAY=", ByMonthDay.Select(n => Number("", n)));
        Add("BYDAY=", ByDay.Select(d => (d.Ordinal == 0 ? "" : Number("", d.Ordinal)) + DayNames[(int)d.Day]));
        Add("BYSETPOS=", BySetPos.Select(n => Number("", n)));
        if (WeekStart != IsoDayOfWeek.Monday)
            parts.Add("WKST=" + DayNames[(int)WeekStart]);
        if (Count is { } count)
            parts.Add(Number("COUNT=", count));
        if (Until is { } end)
            parts.Add("UNTIL=" + until(end));
        return string.Join(';', parts);

        void Add(string name, IEnumerable<string> values)
        {
            var list = string.Join(',', values);
            if (list.Length > 0)
                parts.Add(name + list);
        }
    }

    internal static IsoDayOfWeek DayOf(ReadOnlySpan<char> name)
    {
        for (var i = 1; i < DayNames.Length; i++)
        {
            if (name.Equals(DayNames[i], StringComparison.OrdinalIgnoreCase))
                return (IsoDayOfWeek)i;
        }
        return IsoDayOfWeek.None;
    }

    private static string Number(string name, int value) => name + value.ToString(CultureInfo.InvariantCulture);
}
