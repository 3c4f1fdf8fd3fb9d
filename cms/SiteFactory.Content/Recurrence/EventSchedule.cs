using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Recurrence;

/// <summary>
/// When an event takes place: its start, what its rule adds, its extra dates, less its exceptions. An extra date without
/// a time of day takes the event's own. An occurrence keeps the length that the clock on the wall shows, also on the two
/// nights when the clocks change. One that nobody gave an end goes on to the end of its day, and is not said to end.
/// </summary>
public sealed class EventSchedule
{
    /// <summary>What is later is not computed: NodaTime's calendar ends with the year 9999, and "until 9999" must not end it.</summary>
    internal const int LastYear = 9800;

    private const int LongestDays = 36_525;

    private readonly EventItem _item;
    private readonly DateTimeZone _zone;
    private readonly Period _length;
    private readonly ImmutableArray<LocalDateTime> _extra;
    private readonly HashSet<LocalDateTime> _except;
    private readonly RuleExpansion? _expansion;

    private EventSchedule(EventItem item, DateTimeZone zone)
    {
        _item = item;
        _zone = zone;
        _length = Length(item);
        _extra = [.. item.Dates.Select(Timed).Distinct().Order()];
        _except = [.. item.ExceptDates];
        if (item.RecurrenceRule is { } text)
        {
            var reading = RuleParser.Parse(text, zone);
            Rule = reading.Rule;
            Faults = reading.Faults;
        }
        if (Rule is not null)
        {
            _expansion = new(Rule, item.Start);
            Faults = Faults.AddRange(RuleChecks.Of(Rule, item.Start, _expansion));
        }
    }

    /// <summary>The rule as read; null when there is none, or none that can be read.</summary>
    public RecurrenceRule? Rule { get; }

    /// <summary>What is wrong with the rule. The start and the extra dates stand all the same.</summary>
    public ImmutableArray<TextFault> Faults { get; } = [];

    /// <summary>Whether it takes place more than once by rule or by dates.</summary>
    public bool Repeats => Rule is not null || !_extra.IsEmpty;

    /// <summary>Extra starts with their time of day, in order.</summary>
    public ImmutableArray<LocalDateTime> ExtraStarts => _extra;

    /// <summary>The end of the first occurrence on the wall; for an all-day event the midnight after its last day, for one without an end its start.</summary>
    public LocalDateTime NominalEnd =>
        _item.Start.Year > LastYear ? _item.Start
        : _item.AllDay ? _item.Start.Plus(_length).Date.PlusDays(1).AtMidnight()
        : _item.Start.Plus(_length);

    /// <summary>The schedule of an event in the territory's zone.</summary>
    public static EventSchedule Of(EventItem item, DateTimeZone zone) => new(item, zone);

    /// <summary>Every occurrence in order, computed as far as it is read; at most a hundred years of them.</summary>
    public IEnumerable<Occurrence> All() => Starting(_item.Start.Date);

    /// <summary>The occurrences that touch the time from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public IEnumerable<Occurrence> Between(Instant from, Instant to)
    {
        foreach (var occurrence in EndingAfter(from))
        {
            if (occurrence.Start.ToInstant() >= to)
                yield break;
            yield return occurrence;
        }
    }

    /// <summary>The occurrence that is going on, or the next one; null when the event is over.</summary>
    public Occurrence? Next(Instant now)
    {
        foreach (var occurrence in EndingAfter(now))
            return occurrence;
        return null;
    }

    private IEnumerable<Occurrence> EndingAfter(Instant from)
    {
        // Two days of margin cover what the clocks and the offset of a zone can move.
        var near = from.InZone(_zone).LocalDateTime.Minus(_length).Date.PlusDays(-2);
        foreach (var occurrence in Starting(near))
        {
            if (occurrence.End.ToInstant() > from)
                yield return occurrence;
        }
    }

    private IEnumerable<Occurrence> Starting(LocalDate near)
    {
        foreach (var start in Merged(near))
        {
            if (start.Year > LastYear)
                yield break;
            if (!IsExcepted(start))
                yield return At(start);
        }
    }

    private IEnumerable<LocalDateTime> Merged(LocalDate near)
    {
        var next = 0;
        foreach (var start in _expansion?.Starts(near) ?? [_item.Start])
        {
            while (next < _extra.Length && _extra[next] < start)
                yield return _extra[next++];
            if (next < _extra.Length && _extra[next] == start)
                next++;
            yield return start;
        }
        while (next < _extra.Length)
            yield return _extra[next++];
    }

    private bool IsExcepted(LocalDateTime start) =>
        _except.Count > 0 && (_except.Contains(start) || _except.Contains(start.Date.AtMidnight()));

    private Occurrence At(LocalDateTime start)
    {
        if (_item.AllDay)
        {
            var first = _zone.AtStartOfDay(start.Date);
            return new(start, first, _zone.AtStartOfDay(start.Plus(_length).Date.PlusDays(1)), AllDay: true, HasEnd: true);
        }
        var begin = _zone.AtLeniently(start);
        if (_length == Period.Zero)
            return new(start, begin, _zone.AtStartOfDay(begin.Date.PlusDays(1)), AllDay: false, HasEnd: false);
        var end = _zone.AtLeniently(start.Plus(_length));
        // The clocks may skip the start past the end.
        return new(start, begin, end.ToInstant() < begin.ToInstant() ? begin + _length.ToDuration() : end, AllDay: false, HasEnd: true);
    }

    private LocalDateTime Timed(LocalDateTime date) =>
        date.TimeOfDay == LocalTime.Midnight ? date.Date + _item.Start.TimeOfDay : date;

    private static Period Length(EventItem item)
    {
        if (item.End is not { } end || end <= item.Start)
            return Period.Zero;
        var days = Period.DaysBetween(item.Start.Date, end.Date);
        return days > LongestDays ? Period.FromDays(LongestDays)
            : item.AllDay ? Period.FromDays(days)
            : Period.Between(item.Start, end, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
    }
}
