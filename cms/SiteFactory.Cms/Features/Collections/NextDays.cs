using NodaTime;
using SiteFactory.Cms.French;
using SiteFactory.Content.Everyday;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Collections;

/// <summary>A day with its collections, in words.</summary>
public sealed record NextDay(string Day, string Wastes, string? Instead);

/// <summary>The next collections of a sector, in words.</summary>
public static class NextDays
{
    private const int Ahead = 400;

    /// <summary>The next days with a collection.</summary>
    public static IReadOnlyList<NextDay> Of(WasteCollections file, WasteSector sector, LocalDate today, string? insee, int most)
    {
        var days = new CollectionCalendar(file, PublicHolidays.RegionOf(insee)).Between(sector, today, today.PlusDays(Ahead));
        return [.. days.GroupBy(d => d.Date).Take(most).Select(Line)];
    }

    private static NextDay Line(IGrouping<LocalDate, CollectionDay> day) => new(
        FrenchTimes.Day(day.Key),
        string.Join(", ", day.Select(d => CollectionTexts.T["Waste" + d.Waste])),
        day.Select(d => d.Instead).OfType<LocalDate>().Select(d => CollectionTexts.T.Format("Instead", FrenchTimes.Day(d))).FirstOrDefault());
}
