using NodaTime;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Theming.French;

/// <summary>When an event takes place, in one French sentence.</summary>
public static class FrenchWhen
{
    /// <summary>An evening that ends before this hour is still the same evening.</summary>
    private static readonly LocalTime EndOfNight = new(6, 0);

    /// <summary>An occurrence, ready to show.</summary>
    /// <param name="end">For an all-day event its last day, included; null when it was not said.</param>
    /// <param name="recurrence">"Tous les mardis jusqu’au 30 juin 2027", or null.</param>
    public static EventWhen Of(LocalDateTime start, LocalDateTime? end, bool allDay, DateTimeZone zone, string? recurrence = null)
    {
        var lastDay = LastDay(start, end, allDay);
        return new(
            FrenchText.Capitalize(Text(start, end, allDay)),
            allDay ? FrenchDates.Iso(start.Date) : FrenchDates.Iso(start, zone),
            end is { } last ? allDay ? FrenchDates.Iso(last.Date) : FrenchDates.Iso(last, zone) : null,
            FrenchDates.Stamp(start.Date),
            lastDay == start.Date ? null : FrenchDates.Stamp(lastDay),
            recurrence);
    }

    private static string Text(LocalDateTime start, LocalDateTime? end, bool allDay)
    {
        var lastDay = LastDay(start, end, allDay);
        if (allDay)
        {
            return lastDay == start.Date
                ? FrenchDates.Full(start.Date)
                : $"{Ellipsed("du ", start.Date, lastDay)} au {FrenchDates.Full(lastDay)}";
        }
        if (end is not { } finish || finish == start)
        {
            return $"{FrenchDates.Full(start.Date)} à{FrenchText.NoBreakSpace}{FrenchDates.Hour(start.TimeOfDay)}";
        }
        return lastDay == start.Date
            ? $"{FrenchDates.Full(start.Date)}, de {FrenchDates.Hour(start.TimeOfDay)} à{FrenchText.NoBreakSpace}{FrenchDates.Hour(finish.TimeOfDay)}"
            : $"{Ellipsed("du ", start.Date, lastDay)} à{FrenchText.NoBreakSpace}{FrenchDates.Hour(start.TimeOfDay)} au {FrenchDates.Full(lastDay)} à{FrenchText.NoBreakSpace}{FrenchDates.Hour(finish.TimeOfDay)}";
    }

    /// <summary>The first of two dates, without the month and year that the second repeats.</summary>
    private static string Ellipsed(string before, LocalDate first, LocalDate last)
    {
        var space = (first.Year, first.Month) == (last.Year, last.Month) ? FrenchText.NoBreakSpace : ' ';
        return $"{before}{FrenchDates.Weekday(first)}{space}{FrenchDates.Start(first, last)}";
    }

    /// <summary>The last day shown: an evening's small hours belong to the day before.</summary>
    private static LocalDate LastDay(LocalDateTime start, LocalDateTime? end, bool allDay)
    {
        if (end is not { } finish || finish <= start)
        {
            return start.Date;
        }
        return !allDay && finish.Date == start.Date.PlusDays(1) && finish.TimeOfDay <= EndOfNight && start.TimeOfDay > EndOfNight
            ? start.Date
            : finish.Date;
    }
}
