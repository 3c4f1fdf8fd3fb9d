using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Shared;

/// <summary>Where places stand on the drawn plan, 400 by 240 units with a margin of 24.</summary>
internal static class PlanPoints
{
    private const double Width = 400;
    private const double Height = 240;
    private const double Margin = 24;

    /// <summary>A plan of one place would be a point in the void: it shows at least this many degrees.</summary>
    private const double LeastSpan = 0.004;

    public static IEnumerable<(string X, string Y)> Of(ImmutableArray<DirectoryCard> places)
    {
        var geos = places.Where(place => place.Geo is not null).Select(place => place.Geo!).ToArray();
        if (geos.Length == 0)
        {
            yield break;
        }
        var (west, east) = (geos.Min(geo => geo.Longitude), geos.Max(geo => geo.Longitude));
        var (south, north) = (geos.Min(geo => geo.Latitude), geos.Max(geo => geo.Latitude));
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Math.Min(
            (Width - 2 * Margin) / (Math.Max(east - west, LeastSpan) * shrink),
            (Height - 2 * Margin) / Math.Max(north - south, LeastSpan));
        foreach (var geo in geos)
        {
            yield return (
                Text(Width / 2 + (geo.Longitude - (west + east) / 2) * shrink * scale),
                Text(Height / 2 - (geo.Latitude - (south + north) / 2) * scale));
        }
    }

    private static string Text(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);
}
