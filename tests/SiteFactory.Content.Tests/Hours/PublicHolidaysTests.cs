using NodaTime;
using SiteFactory.Content.Hours;

namespace SiteFactory.Content.Tests.Hours;

public class PublicHolidaysTests
{
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    public void Easter(int year, int month, int day) => Assert.Equal(new LocalDate(year, month, day), PublicHolidays.Easter(year));

    [Fact]
    public void The_holidays_of_2026_in_Moselle()
    {
        var days = Enumerable.Range(0, 365).Select(new LocalDate(2026, 1, 1).PlusDays)
            .Where(d => PublicHolidays.Contains(d, HolidayRegion.AlsaceMoselle))
            .Select(d => $"{d.Month}-{d.Day} {PublicHolidays.NameOf(d, HolidayRegion.AlsaceMoselle)}");
        Assert.Equal(
            [
                "1-1 Jour de l’an", "4-3 Vendredi saint", "4-6 Lundi de Pâques", "5-1 Fête du Travail", "5-8 Victoire 1945",
                "5-14 Ascension", "5-25 Lundi de Pentecôte", "7-14 Fête nationale", "8-15 Assomption", "11-1 Toussaint",
                "11-11 Armistice 1918", "12-25 Noël", "12-26 Saint-Étienne",
            ],
            days);
    }

    [Theory]
    [InlineData("57017", HolidayRegion.AlsaceMoselle)]
    [InlineData("67482", HolidayRegion.AlsaceMoselle)]
    [InlineData("54395", HolidayRegion.France)]
    [InlineData("2A004", HolidayRegion.France)]
    [InlineData(null, HolidayRegion.France)]
    public void The_region_follows_the_departement(string? insee, HolidayRegion region)
    {
        Assert.Equal(region, PublicHolidays.RegionOf(insee));
        Assert.Equal(region == HolidayRegion.AlsaceMoselle, PublicHolidays.Contains(new(2026, 12, 26), region));
        Assert.Equal(region == HolidayRegion.AlsaceMoselle, PublicHolidays.Contains(new(2026, 4, 3), region));
    }
}
