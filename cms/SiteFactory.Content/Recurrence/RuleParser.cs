using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Texts;

namespace SiteFactory.Content.Recurrence;

/// <summary>A rule as read, or what is wrong with its text.</summary>
/// <param name="Rule">Null when there is an error.</param>
public sealed record RuleReading(RecurrenceRule? Rule, ImmutableArray<TextFault> Faults);

/// <summary>Reads recurrence rules; what is wrong is told, never thrown.</summary>
public sealed class RuleParser
{
    internal static readonly TextResource Texts = new("SiteFactory.Content.Recurrence.RecurrenceTexts");

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private readonly DateTimeZone _zone;
    private readonly ImmutableArray<TextFault>.Builder _faults = ImmutableArray.CreateBuilder<TextFault>();
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private RecurrenceRule _rule = new() { Frequency = Frequency.Daily };

    private RuleParser(DateTimeZone zone) => _zone = zone;

    /// <summary>Reads <c>FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630</c>, with or without <c>RRULE:</c> in front.</summary>
    /// <param name="zone">The territory's zone: an <c>UNTIL</c> in UTC becomes its local time.</param>
    public static RuleReading Parse(string text, DateTimeZone zone)
    {
        var parser = new RuleParser(zone);
        parser.Read(text);
        var faults = parser._faults.ToImmutable();
        return new(faults.Any(f => f.Severity == FaultSeverity.Error) ? null : parser._rule, faults);
    }

    private void Read(string text)
    {
        var position = text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? "RRULE:".Length : 0;
        foreach (var part in text[position..].TrimEnd(';', ' ').Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                Fault("rrule-part", position, part);
            else if (!_seen.Add(part[..equals]))
                Fault("rrule-twice", position, part[..equals]);
            else
                Read(part[..equals].Trim().ToUpperInvariant(), part[(equals + 1)..], position + equals + 1);
            position += part.Length + 1;
        }
        if (!_seen.Contains("FREQ"))
            Fault("rrule-freq-missing", 0);
        CheckTogether();
    }

    private void Read(string name, string value, int position)
    {
        switch (name)
        {
            case "FREQ":
                _rule = _rule with { Frequency = Freq(value, position) };
                break;
            case "INTERVAL":
                _rule = _rule with { Interval = Number(name, value, position, 1, 1000) };
                break;
            case "COUNT":
                _rule = _rule with { Count = Number(name, value, position, 1, 10_000) };
                break;
            case "UNTIL":
                _rule = _rule with { Until = Until(value, position) };
                break;
            case "BYDAY":
                _rule = _rule with { ByDay = Days(value, position) };
                break;
            case "BYMONTHDAY":
                _rule = _rule with { ByMonthDay = Numbers(name, value, position, 31, negative: true) };
                break;
            case "BYMONTH":
                _rule = _rule with { ByMonth = Numbers(name, value, position, 12, negative: false) };
                break;
            case "BYSETPOS":
                _rule = _rule with { BySetPos = Numbers(name, value, position, 366, negative: true) };
                break;
            case "WKST":
                _rule = _rule with { WeekStart = Day(value, position) };
                break;
            case "BYWEEKNO" or "BYYEARDAY" or "BYHOUR" or "BYMINUTE" or "BYSECOND":
                Fault("rrule-unsupported", position, name);
                break;
            default:
                Fault("rrule-unknown", position, name);
                break;
        }
    }

    private void CheckTogether()
    {
        if (_rule.Count is not null && _rule.Until is not null)
            Fault("rrule-count-until", 0);
        if (_rule.Frequency == Frequency.Weekly && !_rule.ByMonthDay.IsEmpty)
            Fault("rrule-weekly-monthday", 0);
        if (_rule.Frequency is Frequency.Daily or Frequency.Weekly && _rule.ByDay.Any(d => d.Ordinal != 0))
            Fault("rrule-ordinal", 0);
        if (_rule.Frequency == Frequency.Monthly && _rule.ByDay.Any(d => Math.Abs(d.Ordinal) > 5))
            Fault("rrule-ordinal-month", 0);
        if (!_rule.BySetPos.IsEmpty && _rule.ByDay.IsEmpty && _rule.ByMonthDay.IsEmpty && _rule.ByMonth.IsEmpty)
            Fault("rrule-setpos-alone", 0);
    }

    private Frequency Freq(string value, int position)
    {
        switch (value.Trim().ToUpperInvariant())
        {
            case "DAILY":
                return Frequency.Daily;
            case "WEEKLY":
                return Frequency.Weekly;
            case "MONTHLY":
                return Frequency.Monthly;
            case "YEARLY":
                return Frequency.Yearly;
            default:
                Fault("rrule-freq", position, value);
                return Frequency.Daily;
        }
    }

    private LocalDateTime? Until(string value, int position)
    {
        var text = value.Trim();
        if (DatePattern.Parse(text) is { Success: true } day)
            return day.Value + new LocalTime(23, 59, 59);
        var utc = text.EndsWith('Z');
        if (TimePattern.Parse(utc ? text[..^1] : text) is { Success: true } time)
            return utc && time.Value.Year <= EventSchedule.LastYear ? time.Value.InUtc().WithZone(_zone).LocalDateTime : time.Value;
        Fault("rrule-until", position, value);
        return null;
    }

    private ImmutableArray<RuleWeekday> Days(string value, int position)
    {
        var days = new SortedSet<RuleWeekday>(Comparer<RuleWeekday>.Create((a, b) => (a.Ordinal, a.Day).CompareTo((b.Ordinal, b.Day))));
        foreach (var item in value.Split(','))
        {
            var text = item.Trim();
            var ordinal = 0;
            var day = text.Length < 2 ? IsoDayOfWeek.None : RecurrenceRule.DayOf(text.AsSpan()[^2..]);
            var prefix = text.Length < 2 ? "" : text[..^2];
            if (day == IsoDayOfWeek.None || (prefix.Length > 0 && !Signed(prefix, out ordinal)) || (prefix.Length > 0 && !InRange(ordinal, 53, negative: true)))
                Fault("rrule-day", position, item);
            else
                days.Add(new(ordinal, day));
            position += item.Length + 1;
        }
        return [.. days];
    }

    private IsoDayOfWeek Day(string value, int position)
    {
        var day = RecurrenceRule.DayOf(value.AsSpan().Trim());
        if (day != IsoDayOfWeek.None)
            return day;
        Fault("rrule-day", position, value);
        return IsoDayOfWeek.Monday;
    }

    private int Number(string name, string value, int position, int from, int to)
    {
        if (Signed(value.Trim(), out var number) && number >= from && number <= to)
            return number;
        Fault("rrule-number", position, name, value, from, to);
        return from;
    }

    private ImmutableArray<int> Numbers(string name, string value, int position, int max, bool negative)
    {
        var numbers = new SortedSet<int>();
        foreach (var item in value.Split(','))
        {
            if (Signed(item.Trim(), out var number) && InRange(number, max, negative))
                numbers.Add(number);
            else
                Fault(negative ? "rrule-number-signed" : "rrule-number", position, name, item, 1, max);
            position += item.Length + 1;
        }
        return [.. numbers];
    }

    private static bool Signed(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool InRange(int number, int max, bool negative) =>
        number != 0 && number <= max && number >= (negative ? -max : 1);

    private void Fault(string code, int position, params object[] values) =>
        _faults.Add(new(code, FaultSeverity.Error, position, Texts.Format(code, values), Texts[code + "-cure"]));
}
