using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace SiteFactory.Content.Hours;

/// <summary>A time that something is open, in minutes from the day's midnight. <c>20:00-02:00</c> goes past 1440.</summary>
public readonly record struct TimeRange(int From, int To) : IComparable<TimeRange>
{
    /// <summary>Minutes in a day.</summary>
    public const int Day = 24 * 60;

    /// <summary><c>09:00</c>.</summary>
    public string FromText => Text(From);

    /// <summary><c>12:00</c>; <c>24:00</c> for the day's end, <c>02:00</c> for the next morning.</summary>
    public string ToText => To == Day ? "24:00" : Text(To);

    public int CompareTo(TimeRange other) => (From, To).CompareTo((other.From, other.To));

    public static bool operator <(TimeRange left, TimeRange right) => left.CompareTo(right) < 0;

    public static bool operator >(TimeRange left, TimeRange right) => left.CompareTo(right) > 0;

    public static bool operator <=(TimeRange left, TimeRange right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TimeRange left, TimeRange right) => left.CompareTo(right) >= 0;

    /// <summary>In order; what overlaps or touches is one range.</summary>
    internal static ImmutableArray<TimeRange> Merge(IEnumerable<TimeRange> ranges)
    {
        var merged = new List<TimeRange>();
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, range.To) };
            else
                merged.Add(range);
        }
        return [.. merged];
    }

    private static string Text(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes % Day / 60:00}:{minutes % 60:00}");
}

/// <summary>An ordinary week: each day's ranges, in order; an empty list is a closed day.</summary>
/// <param name="Days">Seven lists, Monday first.</param>
public sealed record WeeklySchedule(ImmutableArray<ImmutableArray<TimeRange>> Days)
{
    public ImmutableArray<TimeRange> this[IsoDayOfWeek day] => Days[(int)day - 1];

    /// <summary>Whether no day is open.</summary>
    public bool IsEmpty => Days.All(d => d.IsEmpty);
}

/// <summary>What the opening-hours strings say.</summary>
/// <param name="OnPublicHolidays">Null: nothing is said of public holidays, the day of the week holds. Empty: closed.</param>
public sealed record OpeningHours(WeeklySchedule Week, ImmutableArray<TimeRange>? OnPublicHolidays);
