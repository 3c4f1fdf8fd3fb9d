using NodaTime;
using SiteFactory.Content.Texts;

namespace SiteFactory.Content.Hours;

/// <summary>Which list of public holidays holds.</summary>
public enum HolidayRegion
{
    /// <summary>The eleven of the Labour Code (L3133-1).</summary>
    France,

    /// <summary>Two more in Moselle, Bas-Rhin and Haut-Rhin (L3134-13): Good Friday and 26 December. The law has Good Friday only where there is a Protestant or mixed church; town halls close everywhere.</summary>
    AlsaceMoselle,
}

/// <summary>French public holidays, computed.</summary>
public static class PublicHolidays
{
    private static readonly TextResource Texts = new("SiteFactory.Content.Hours.HoursTexts");

    /// <summary>The region of a commune, from the département in its INSEE code.</summary>
    public static HolidayRegion RegionOf(string? insee) =>
        insee is { Length: >= 2 } && insee[..2] is "57" or "67" or "68" ? HolidayRegion.AlsaceMoselle : HolidayRegion.France;

    /// <summary>The holiday's French name, or null on an ordinary day.</summary>
    public static string? NameOf(LocalDate day, HolidayRegion region) =>
        KeyOf(day, region) is { } key ? Texts[key] : null;

    /// <summary>Whether the day is a public holiday.</summary>
    public static bool Contains(LocalDate day, HolidayRegion region) => KeyOf(day, region) is not null;

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's reckoning).</summary>
    public static LocalDate Easter(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (19 * l)) / 433;
        var n = (h + l - (7 * m) + 90) / 25;
        return new(year, n, (h + l - (7 * m) + (33 * n) + 19) % 32);
    }

    private static string? KeyOf(LocalDate day, HolidayRegion region)
    {
        var east = region == HolidayRegion.AlsaceMoselle;
        var name = (day.Month, day.Day) switch
        {
            (1, 1) => "NewYear",
            (5, 1) => "LabourDay",
            (5, 8) => "Victory",
            (7, 14) => "NationalDay",
            (8, 15) => "Assumption",
            (11, 1) => "AllSaints",
            (11, 11) => "Armistice",
            (12, 25) => "Christmas",
            (12, 26) when east => "SaintStephen",
            _ => null,
        };
        return name ?? Period.DaysBetween(Easter(day.Year), day) switch
        {
            -2 when east => "GoodFriday",
            1 => "EasterMonday",
            39 => "Ascension",
            50 => "WhitMonday",
            _ => null,
        };
    }
}
