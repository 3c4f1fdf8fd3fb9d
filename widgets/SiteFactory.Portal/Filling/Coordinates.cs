using System.Globalization;

namespace SiteFactory.Portal.Filling;

/// <summary>Degrees as text, the same in every culture.</summary>
public static class Coordinates
{
    /// <summary>Degrees between -180 and 180, or null.</summary>
    public static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
        && degrees is >= -180 and <= 180
            ? degrees : null;

    /// <summary>Six decimals: about ten centimetres.</summary>
    public static string Write(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
