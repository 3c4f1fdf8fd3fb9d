using System.Collections.Immutable;
using System.Globalization;

namespace SiteFactory.Widgets.Map;

/// <summary>Where the points stand on the drawing that holds the map's place: 400 by 160 units.</summary>
internal static class MapDrawing
{
    private const double Width = 400;
    private const double Height = 160;
    private const double Margin = 28;

    /// <summary>Degrees: less, and one place alone would fill the drawing.</summary>
    private const double LeastSpan = 0.004;

    public static IEnumerable<(string X, string Y)> Of(ImmutableArray<MapPoint> points)
    {
        var (south, north) = (points.Min(p => p.Geo.Latitude), points.Max(p => p.Geo.Latitude));
        var (west, east) = (points.Min(p => p.Geo.Longitude), points.Max(p => p.Geo.Longitude));
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        var across = (Width - 2 * Margin) / (Math.Max(east - west, LeastSpan) * shrink);
        var down = (Height - 2 * Margin) / Math.Max(north - south, LeastSpan);
        var scale = Math.Min(across, down);
        foreach (var point in points)
        {
            yield return (
                Whole(Width / 2 + (point.Geo.Longitude - (west + east) / 2) * shrink * scale),
                Whole(Height / 2 - (point.Geo.Latitude - (south + north) / 2) * scale));
        }
    }

    private static string Whole(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);
}
