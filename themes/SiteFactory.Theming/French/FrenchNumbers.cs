using System.Globalization;

namespace SiteFactory.Theming.French;

/// <summary>Numbers as French writes them: a comma, thousands apart, the unit after a space that does not break.</summary>
public static class FrenchNumbers
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = FrenchText.NarrowNoBreakSpace.ToString(),
        NegativeSign = "−",
    };

    private static readonly string[] Units = ["octets", "Ko", "Mo", "Go", "To"];

    /// <summary>"2 188".</summary>
    public static string Count(long value) => value.ToString("#,0", Format);

    /// <summary>"82 %", "66,7 %".</summary>
    public static string Percent(double value) => value.ToString("0.#", Format) + FrenchText.NoBreakSpace + "%";

    /// <summary>"4,5:1": a contrast ratio.</summary>
    public static string Ratio(double value) => value.ToString("0.#", Format) + ":1";

    /// <summary>"120 Ko", "1,4 Mo": a thousand of one unit is the next one, as the SI says.</summary>
    public static string Size(long bytes)
    {
        double value = bytes;
        var unit = 0;
        while (value >= 999.5 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }
        var number = value.ToString(unit > 1 && value < 9.95 ? "0.#" : "0", Format);
        var name = unit == 0 ? FrenchText.Plural((int)bytes, "octet", "octets") : Units[unit];
        return number + FrenchText.NoBreakSpace + name;
    }
}
