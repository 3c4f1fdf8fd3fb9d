using System.Collections.Immutable;
using NodaTime;
using NodaTime.Calendars;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Everyday;

/// <summary>A collection on a real day.</summary>
/// <param name="Instead">The ordinary day, when a holiday or a decision moved it.</param>
/// <param name="Note">Why it was moved, in the secretary's words; null when a holiday did it.</param>
public readonly record struct CollectionDay(LocalDate Date, WasteKind Waste, LocalDate? Instead, string? Note);

/// <summary>Collections on real days: weeks, seasons, public holidays, decisions. Pure.</summary>
public sealed class CollectionCalendar(WasteCollections collections, HolidayRegion region)
{
    /// <summary>A collection may be moved by a few days over the bounds that were asked for.</summary>
    private const int FarthestMove = 21;
    private const int DaysInWeek = 7;

    /// <summary>The sector's collections from one day to another, both included, in order; one a day and kind.</summary>
    public ImmutableArray<CollectionDay> Between(WasteSector sector, LocalDate first, LocalDate last)
    {
        var days = sector.Rounds
            .SelectMany(r => Ordinary(r, first.PlusDays(-FarthestMove), last.PlusDays(FarthestMove)).Select(d => Moved(sector, r, d)))
            .OfType<CollectionDay>()
            .Where(d => first <= d.Date && d.Date <= last);
        return [.. days.OrderBy(d => d.Date).ThenBy(d => d.Waste).ThenBy(d => d.Instead is not null).DistinctBy(d => (d.Date, d.Waste))];
    }

    /// <summary>The round's days as if no year had holidays.</summary>
    private static IEnumerable<LocalDate> Ordinary(WasteRound round, LocalDate first, LocalDate last)
    {
        var from = round.From is { } start && start > first ? start : first;
        var until = round.Until is { } end && end < last ? end : last;
        for (var day = from; day <= until; day = day.PlusDays(1))
        {
            if (round.Dates.Contains(day) || round.Days.Contains(day.DayOfWeek) && IsItsWeek(round, day) && IsItsTurn(round, day))
                yield return day;
        }
    }

    private static bool IsItsTurn(WasteRound round, LocalDate day) =>
        round.Monthly.IsEmpty
        || (day.Day - 1) / DaysInWeek is < (int)OrdinalInMonth.Last and var nth && round.Monthly.Contains((OrdinalInMonth)nth)
        || round.Monthly.Contains(OrdinalInMonth.Last) && day.PlusDays(DaysInWeek).Month != day.Month;

    private static bool IsItsWeek(WasteRound round, LocalDate day)
    {
        if (round.Weeks is { } parity && WeekYearRules.Iso.GetWeekOfWeekYear(day) % 2 != (parity == WeekParity.Odd ? 1 : 0))
            return false;
        if (round.Every == 1 || round.Since is not { } since)
            return true;
        var weeks = Period.DaysBetween(Monday(since), Monday(day)) / DaysInWeek;
        return weeks % round.Every == 0;
    }

    private CollectionDay? Moved(WasteSector sector, WasteRound round, LocalDate day)
    {
        var change = collections.Changes.FirstOrDefault(c =>
            c.Date == day && (c.Sector is null || c.Sector == sector.Key) && (c.Waste is null || c.Waste == round.Waste));
        if (change is not null)
            return change.To is { } to ? new(to, round.Waste, to == day ? null : day, change.Note) : null;
        if (round.Dates.Contains(day) || Shifted(day) is not { } shifted)
            return round.Dates.Contains(day) ? new(day, round.Waste, null, null) : null;
        return new(shifted, round.Waste, shifted == day ? null : day, null);
    }

    /// <summary>Where a holiday moves the day; null when it takes it away.</summary>
    private LocalDate? Shifted(LocalDate day) => collections.Holidays switch
    {
        HolidayShift.Skip => IsHoliday(day) ? null : day,
        HolidayShift.NextDay => IsHoliday(day) ? NextWorkday(day) : day,
        HolidayShift.RestOfWeek when HolidaysUpTo(day) is > 0 and var count => NextWorkday(day.PlusDays(count - 1)),
        _ => day,
    };

    private int HolidaysUpTo(LocalDate day) =>
        Enumerable.Range(0, (int)day.DayOfWeek).Count(i => IsHoliday(day.PlusDays(-i)) && day.PlusDays(-i).DayOfWeek != IsoDayOfWeek.Sunday);

    private LocalDate NextWorkday(LocalDate day)
    {
        do
            day = day.PlusDays(1);
        while (IsHoliday(day));
        return day;
    }

    private bool IsHoliday(LocalDate day) => PublicHolidays.Contains(day, region);

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
