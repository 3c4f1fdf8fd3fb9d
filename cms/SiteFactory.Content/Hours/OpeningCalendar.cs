using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Hours;

/// <summary>One day's hours and, when they are not the ordinary ones, why.</summary>
/// <param name="Holiday">The public holiday's name.</param>
/// <param name="Closure">The exceptional closure that holds the day.</param>
public sealed record DayHours(ImmutableArray<TimeRange> Ranges, string? Holiday, Closure? Closure);

/// <summary>The moment at which something opens or closes.</summary>
/// <param name="Opens">True: it opens; false: it closes.</param>
public readonly record struct OpeningChange(LocalDateTime At, bool Opens);

/// <summary>Hours on real days: the week, public holidays, exceptional closures. All times are those of the wall.</summary>
public sealed class OpeningCalendar(OpeningHours hours, ImmutableArray<Closure> closures, HolidayRegion region)
{
    private const int SearchDays = 400;

    /// <summary>The day's hours.</summary>
    public DayHours On(LocalDate day)
    {
        var holiday = PublicHolidays.NameOf(day, region);
        foreach (var closure in closures)
        {
            if (closure.From <= day && day <= closure.To)
                return new([], holiday, closure);
        }
        var ranges = holiday is not null && hours.OnPublicHolidays is { } special ? special : hours.Week[day.DayOfWeek];
        return new(ranges, holiday, null);
    }

    /// <summary>Whether it is open at that moment; a range holds its first minute and not its last.</summary>
    public bool IsOpen(LocalDateTime at)
    {
        var minute = (at.Hour * 60) + at.Minute;
        return Holds(at.Date, minute) || Holds(at.Date.PlusDays(-1), minute + TimeRange.Day);
    }

    /// <summary>When it next opens, if closed, or closes, if open. Null when that does not happen within a year or so.</summary>
    public OpeningChange? NextChange(LocalDateTime after)
    {
        LocalDateTime? end = null;
        for (var i = -1; i <= SearchDays; i++)
        {
            var day = after.Date.PlusDays(i);
            foreach (var range in On(day).Ranges)
            {
                var from = day.AtMidnight().PlusMinutes(range.From);
                var to = day.AtMidnight().PlusMinutes(range.To);
                if (to <= after)
                    continue;
                if (end is null && from > after)
                    return new(from, Opens: true);
                if (end < from)
                    return new(end.Value, Opens: false);
                end = end is null || to > end ? to : end;
            }
            if (end is { } known && known.Date <= day)
            {
                // The next day may begin where this one ends.
                if (known.TimeOfDay != LocalTime.Midnight || known.Date < day)
                    return new(known, Opens: false);
            }
        }
        return null;
    }

    private bool Holds(LocalDate day, int minute)
    {
        foreach (var range in On(day).Ranges)
        {
            if (range.From <= minute && minute < range.To)
                return true;
        }
        return false;
    }
}
