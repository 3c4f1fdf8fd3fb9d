using NodaTime;

namespace SiteFactory.Content.Recurrence;

/// <summary>
/// One time that an event takes place. A start that the clocks skip (02:30 on the last Sunday of March) is read as RFC
/// 5545 reads it, with the offset before the change: 03:30. One that they pass twice is the first.
/// </summary>
/// <param name="Nominal">The start as the rule or the author wrote it: what EXDATE and RECURRENCE-ID name.</param>
/// <param name="End">For an all-day event the start of the day after its last. When nobody said it, the end of the day on which it starts: as long it counts as going on.</param>
/// <param name="HasEnd">Whether somebody said when it ends: only then is <paramref name="End"/> shown.</param>
public readonly record struct Occurrence(LocalDateTime Nominal, ZonedDateTime Start, ZonedDateTime End, bool AllDay, bool HasEnd)
{
    public LocalDate FirstDay => Start.Date;

    /// <summary>The last day that a calendar should mark: an evening that ends at midnight belongs to one day.</summary>
    public LocalDate LastDay => EndsAtMidnight ? End.Date.PlusDays(-1) : End.Date;

    private bool EndsAtMidnight => End.TimeOfDay == LocalTime.Midnight && End.Date > Start.Date;
}
