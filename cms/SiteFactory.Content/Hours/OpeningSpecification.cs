using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Hours;

/// <summary>One schema.org OpeningHoursSpecification, as data.</summary>
/// <param name="DaysOfWeek">schema.org names: <c>Monday</c>, <c>PublicHolidays</c>; empty for a span of dates.</param>
/// <param name="Opens"><c>09:00</c>.</param>
/// <param name="Closes"><c>12:00</c>; <c>23:59</c> for the day's end. With <c>Opens</c> equal, and <c>00:00</c>: closed.</param>
/// <param name="ValidFrom"><c>2026-12-24</c>, for a span of dates.</param>
public sealed record OpeningSpecification(
    ImmutableArray<string> DaysOfWeek,
    string Opens,
    string Closes,
    string? ValidFrom,
    string? ValidThrough)
{
    private const string Midnight = "00:00";

    /// <summary>The week (days with the same range together), public holidays, then closures.</summary>
    public static ImmutableArray<OpeningSpecification> Of(OpeningHours hours, ImmutableArray<Closure> closures)
    {
        var week = Enumerable.Range(1, 7).Select(d => ((IsoDayOfWeek)d).ToString())
            .SelectMany((name, i) => hours.Week.Days[i].Select(range => (Name: name, Range: range)));
        var holidays = (hours.OnPublicHolidays ?? []).Select(range => (Name: "PublicHolidays", Range: range));
        var regular = week.Concat(holidays)
            .GroupBy(d => d.Range)
            .OrderBy(g => g.Key)
            .Select(g => new OpeningSpecification([.. g.Select(d => d.Name)], g.Key.FromText, Closing(g.Key), null, null));
        var closed = hours.OnPublicHolidays is { IsEmpty: true }
            ? [new(["PublicHolidays"], Midnight, Midnight, null, null)]
            : ImmutableArray<OpeningSpecification>.Empty;
        var special = closures.Select(c => new OpeningSpecification([], Midnight, Midnight, Day(c.From), Day(c.To)));
        return [.. regular, .. closed, .. special];
    }

    private static string Closing(TimeRange range) => range.To == TimeRange.Day ? "23:59" : range.ToText;

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
