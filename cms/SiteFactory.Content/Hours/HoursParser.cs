using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Texts;

namespace SiteFactory.Content.Hours;

/// <summary>What is wrong in one of the strings.</summary>
/// <param name="Entry">0-based, in the list of strings.</param>
public sealed record HoursFault(int Entry, TextFault Fault);

/// <summary>The hours as read. What could be read stands even beside faults.</summary>
public sealed record HoursReading(OpeningHours Hours, ImmutableArray<HoursFault> Faults);

/// <summary>
/// Reads a subset of OSM's opening_hours: <c>Mo-Fr 09:00-12:00,14:00-17:00</c>, <c>Mo,We 10:00-12:00</c>, <c>Sa off</c>,
/// <c>PH off</c>, <c>24/7</c>. Several strings add up (<c>Mo-Fr 09:00-12:00</c> and <c>We 14:00-17:00</c> open the whole
/// Wednesday), <c>off</c> closes the days it names; inside one string, after a semicolon, a later rule replaces the
/// earlier one for its days, as OSM has it.
/// </summary>
public sealed class HoursParser
{
    private const int PublicHoliday = 7;

    private static readonly TextResource Texts = new("SiteFactory.Content.Hours.HoursTexts");
    private static readonly string[] DayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"];

    private readonly ImmutableArray<HoursFault>.Builder _faults = ImmutableArray.CreateBuilder<HoursFault>();
    private readonly List<TimeRange>?[] _days = new List<TimeRange>?[8];
    private int _entry;

    private HoursParser()
    {
    }

    /// <summary>Reads the strings of a contact or a directory entry.</summary>
    public static HoursReading Parse(ImmutableArray<string> entries)
    {
        var parser = new HoursParser();
        for (parser._entry = 0; parser._entry < entries.Length; parser._entry++)
            parser.ReadEntry(entries[parser._entry]);
        var week = parser._days.Take(7).Select(d => TimeRange.Merge(d ?? []));
        var holidays = parser._days[PublicHoliday];
        return new(
            new(new([.. week]), holidays is null ? null : TimeRange.Merge(holidays)),
            parser._faults.ToImmutable());
    }

    private void ReadEntry(string entry)
    {
        var said = new List<TimeRange>?[8];
        var position = 0;
        foreach (var rule in entry.Split(';'))
        {
            if (rule.AsSpan().Trim().Length > 0)
                ReadRule(rule, position, said);
            position += rule.Length + 1;
        }
        for (var day = 0; day < said.Length; day++)
        {
            if (said[day] is not { } ranges)
                continue;
            if (ranges.Count == 0)
                _days[day] = [];
            else
                (_days[day] ??= []).AddRange(ranges);
        }
    }

    private void ReadRule(string rule, int position, List<TimeRange>?[] said)
    {
        var split = TimesAt(rule);
        if (split < 0)
        {
            Fault("hours-no-time", position + Skip(rule, 0), rule.Trim());
            return;
        }
        var days = rule.AsSpan(0, split).Trim().Length == 0 ? [0, 1, 2, 3, 4, 5, 6] : Days(rule[..split], position);
        var times = Times(rule[split..], position + split);
        if (times is null)
            return;
        foreach (var day in days)
            said[day] = [.. times];
    }

    // Where the days end and "09:00", "off" or "24/7" begins.
    private static int TimesAt(string rule)
    {
        for (var i = 0; i < rule.Length; i++)
        {
            var rest = rule.AsSpan(i);
            if (char.IsAsciiDigit(rule[i]) || StartsWith(rest, "off") || StartsWith(rest, "closed"))
                return i;
        }
        return -1;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private List<int> Days(string selector, int position)
    {
        var days = new List<int>();
        foreach (var part in selector.Split(','))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            var first = Day(dash < 0 ? part : part[..dash], position);
            var last = dash < 0 ? first : Day(part[(dash + 1)..], position + dash + 1);
            if (dash < 0 && first is { } day)
                days.Add(day);
            else if (first is { } from && last is { } to)
                AddSpan(days, from, to, position);
            position += part.Length + 1;
        }
        return days;
    }

    private void AddSpan(List<int> days, int first, int last, int position)
    {
        if (first == PublicHoliday || last == PublicHoliday)
        {
            Fault("hours-holiday-span", position);
            return;
        }
        // Fr-Mo goes over the week's end.
        for (var day = first; ; day = (day + 1) % 7)
        {
            days.Add(day);
            if (day == last)
                return;
        }
    }

    private int? Day(string text, int position)
    {
        var name = text.Trim();
        var day = Array.FindIndex(DayNames, d => d.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (day >= 0)
            return day;
        Fault("hours-day", position + Skip(text, 0), name);
        return null;
    }

    private List<TimeRange>? Times(string text, int position)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals("off", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("closed", StringComparison.OrdinalIgnoreCase))
            return [];
        if (trimmed == "24/7")
            return [new(0, TimeRange.Day)];
        var ranges = new List<TimeRange>();
        foreach (var part in text.Split(','))
        {
            if (Range(part) is { } range)
                ranges.Add(range);
            else
                Fault("hours-time", position + Skip(part, 0), part.Trim());
            position += part.Length + 1;
        }
        return ranges.Count == 0 ? null : Checked(ranges, position - text.Length - 1);
    }

    private List<TimeRange> Checked(List<TimeRange> ranges, int position)
    {
        ranges.Sort();
        for (var i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].From < ranges[i - 1].To)
                Fault("hours-overlap", position, $"{ranges[i - 1].FromText}-{ranges[i - 1].ToText}", $"{ranges[i].FromText}-{ranges[i].ToText}");
        }
        return ranges;
    }

    private static TimeRange? Range(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || Minutes(text[..dash]) is not { } from || Minutes(text[(dash + 1)..]) is not { } to || from >= TimeRange.Day || from == to)
            return null;
        return new(from, to > from ? to : to + TimeRange.Day);
    }

    private static int? Minutes(string text)
    {
        var parts = text.Trim().Split(':');
        if (parts is not [{ Length: 1 or 2 } hours, { Length: 2 } minutes])
            return null;
        if (!Number(hours, out var h) || !Number(minutes, out var m) || m > 59 || h > 24 || (h == 24 && m > 0))
            return null;
        return (h * 60) + m;
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static int Skip(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }

    private void Fault(string code, int position, params object[] values)
    {
        var severity = code == "hours-overlap" ? FaultSeverity.Warning : FaultSeverity.Error;
        _faults.Add(new(_entry, new(code, severity, position, Texts.Format(code, values), Texts[code + "-cure"])));
    }
}
