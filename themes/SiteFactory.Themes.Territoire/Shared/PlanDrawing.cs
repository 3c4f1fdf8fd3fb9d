using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Shared;

/// <summary>Places on the drawn plan, 400 by 260 units with a margin of 28, and its scale.</summary>
/// <param name="Points">Whole units.</param>
/// <param name="ScaleWidth">Units of the scale's line.</param>
/// <param name="ScaleMiddle">Where its text stands.</param>
/// <param name="ScaleText">"500 m", "2 km".</param>
internal sealed record PlanDrawing(ImmutableArray<(string X, string Y)> Points, string ScaleWidth, string ScaleMiddle, string ScaleText)
{
    private const double Width = 400;
    private const double Height = 260;
    private const double Margin = 28;
    private const double ScaleLeft = 16;
    private const double LongestScale = 90;
    private const double MetresADegree = 111_195;

    /// <summary>A plan of one place would be a point in the void: it shows at least this many degrees.</summary>
    private const double LeastSpan = 0.004;

    /// <summary>Metres that a scale may show.</summary>
    private static readonly int[] Lengths = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

    public static PlanDrawing Of(ImmutableArray<DirectoryCard> places)
    {
        var geos = places.Where(place => place.Geo is not null).Select(place => place.Geo!).ToArray();
        if (geos.Length == 0)
        {
            return new([], "0", "0", "");
        }
        var (west, east) = (geos.Min(geo => geo.Longitude), geos.Max(geo => geo.Longitude));
        var (south, north) = (geos.Min(geo => geo.Latitude), geos.Max(geo => geo.Latitude));
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Math.Min(
            (Width - 2 * Margin) / (Math.Max(east - west, LeastSpan) * shrink),
            (Height - 2 * Margin) / Math.Max(north - south, LeastSpan));
        return WithScale(
            [.. geos.Select(geo => (
                Text(Width / 2 + (geo.Longitude - (west + east) / 2) * shrink * scale),
                Text(Height / 2 - (geo.Latitude - (south + north) / 2) * scale)))],
            scale / MetresADegree);
    }

    private static PlanDrawing WithScale(ImmutableArray<(string X, string Y)> points, double unitsAMetre)
    {
        var length = Lengths.LastOrDefault(metres => metres * unitsAMetre <= LongestScale, Lengths[0]);
        var width = length * unitsAMetre;
        var text = length < 1000 ? $"{Number(length)}{FrenchText.NoBreakSpace}m" : $"{Number(length / 1000)}{FrenchText.NoBreakSpace}km";
        return new(points, Text(width), Text(ScaleLeft + width / 2), text);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);
}
