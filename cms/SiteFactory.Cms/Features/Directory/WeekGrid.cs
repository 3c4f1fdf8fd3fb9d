using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Hours;

namespace SiteFactory.Cms.Features.Directory;

/// <summary>One day of the grid: open once or twice, or closed.</summary>
public sealed class DayRow
{
    /// <summary>A browser's time; all four empty: closed.</summary>
    public string? From { get; set; }

    public string? To { get; set; }

    /// <summary>The second time of the day.</summary>
    public string? From2 { get; set; }

    public string? To2 { get; set; }
}

/// <summary>Opening hours as a week that people fill in, both ways to the strings of the content format.</summary>
public sealed class WeekGrid
{
    private const int MostRanges = 2;

    private static readonly string[] Names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>Monday first.</summary>
    public List<DayRow> Days { get; set; } = [.. Enumerable.Range(0, 7).Select(_ => new DayRow())];

    /// <summary>Closed on public holidays.</summary>
    public bool ClosedOnHolidays { get; set; }

    /// <summary>The hours say more than a week of two times a day can show: they stay as they are written.</summary>
    public bool AsWritten { get; set; }

    /// <summary>The grid that shows these hours.</summary>
    public static WeekGrid Of(ImmutableArray<string> hours)
    {
        var reading = HoursParser.Parse(hours);
        if (!reading.Faults.IsEmpty || reading.Hours.OnPublicHolidays is { IsEmpty: false } || reading.Hours.Week.Days.Any(d => d.Length > MostRanges || d.Any(r => r.To > TimeRange.Day)))
            return new() { AsWritten = true };
        return new() { Days = [.. reading.Hours.Week.Days.Select(Row)], ClosedOnHolidays = reading.Hours.OnPublicHolidays is { IsEmpty: true } };
    }

    /// <summary>The strings; those written today when they say the same.</summary>
    public ImmutableArray<string> Hours(ImmutableArray<string> written, FormErrors errors, string prefix)
    {
        if (AsWritten)
            return written;
        var ranges = Days.Take(7).Select((row, day) => Ranges(row, day, errors, prefix)).ToList();
        var strings = new List<string>();
        for (var day = 0; day < ranges.Count; day++)
        {
            var last = day;
            while (last + 1 < ranges.Count && ranges[last + 1] == ranges[day])
                last++;
            if (ranges[day].Length > 0)
                strings.Add($"{(last == day ? Names[day] : $"{Names[day]}-{Names[last]}")} {ranges[day]}");
            day = last;
        }
        if (ClosedOnHolidays && strings.Count > 0)
            strings.Add("PH off");
        return Same(written, [.. strings]) ? written : [.. strings];
    }

    private static bool Same(ImmutableArray<string> written, ImmutableArray<string> now)
    {
        OpeningHours before = HoursParser.Parse(written).Hours, after = HoursParser.Parse(now).Hours;
        return (before.OnPublicHolidays is null) == (after.OnPublicHolidays is null)
            && before.Week.Days.Zip(after.Week.Days).All(d => d.First.SequenceEqual(d.Second));
    }

    private static DayRow Row(ImmutableArray<TimeRange> ranges) => new()
    {
        From = ranges.Length > 0 ? ranges[0].FromText : null,
        To = ranges.Length > 0 ? End(ranges[0]) : null,
        From2 = ranges.Length > 1 ? ranges[1].FromText : null,
        To2 = ranges.Length > 1 ? End(ranges[1]) : null,
    };

    // Browsers know no 24:00.
    private static string End(TimeRange range) => range.To == TimeRange.Day ? "00:00" : range.ToText;

    private static string Ranges(DayRow row, int day, FormErrors errors, string prefix)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}Days[{day}].");
        var first = Range(row.From, row.To, errors, name + nameof(DayRow.From));
        var second = Range(row.From2, row.To2, errors, name + nameof(DayRow.From2));
        if (first is { } morning && second is { } afternoon && afternoon.From < morning.To)
            errors.Add(name + nameof(DayRow.From2), DirectoryTexts.T["HoursOrder"]);
        return string.Join(',', new[] { first, second }.OfType<(int From, int To, string Text)>().Select(r => r.Text));
    }

    private static (int From, int To, string Text)? Range(string? from, string? to, FormErrors errors, string field)
    {
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to))
            return null;
        if (FormTimes.Clock(from) is not { } opens || FormTimes.Clock(to) is not { } closes)
        {
            errors.Add(field, DirectoryTexts.T["HoursBoth"]);
            return null;
        }
        if (closes <= opens && closes != LocalTime.Midnight)
        {
            errors.Add(field, DirectoryTexts.T["HoursOrder"]);
            return null;
        }
        var end = closes == LocalTime.Midnight ? TimeRange.Day : Minutes(closes);
        return (Minutes(opens), end, $"{FormTimes.Clock(opens)}-{(end == TimeRange.Day ? "24:00" : FormTimes.Clock(closes))}");
    }

    private static int Minutes(LocalTime time) => (time.Hour * 60) + time.Minute;
}
