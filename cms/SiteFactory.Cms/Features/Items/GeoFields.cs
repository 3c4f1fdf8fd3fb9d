using System.Globalization;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>A place on the map as two fields, <c>Latitude</c> and <c>Longitude</c>.</summary>
public static class GeoFields
{
    /// <summary>The fields' texts.</summary>
    public static (string? Latitude, string? Longitude) Show(GeoPoint? point) =>
        point is { } at ? (at.Latitude.ToString(CultureInfo.InvariantCulture), at.Longitude.ToString(CultureInfo.InvariantCulture)) : (null, null);

    /// <summary>The place; null when both are empty. A decimal comma is understood.</summary>
    public static GeoPoint? Read(string? latitude, string? longitude, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(latitude) && string.IsNullOrWhiteSpace(longitude))
            return null;
        if (Number(latitude) is { } north and >= -90 and <= 90 && Number(longitude) is { } east and >= -180 and <= 180)
            return new(north, east);
        errors.Add("Latitude", ItemTexts.T["BadGeo"]);
        return null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
