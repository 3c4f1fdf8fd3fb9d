using System.Collections.Immutable;
using System.Text.Json;
using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>A directory entry as the map carries it. Addresses are absolute.</summary>
/// <param name="Entry">What it is: <c>facility</c>, <c>association</c>…</param>
/// <param name="Owner">The name of the site that keeps the entry.</param>
public sealed record MapEntry(
    Guid Id,
    string Url,
    string Name,
    string Entry,
    string? Category,
    string? Address,
    string? PostalCode,
    string? City,
    string? Phone,
    ImmutableArray<string> Hours,
    bool? Accessible,
    string Owner,
    GeoPoint Geo);

/// <summary><c>/annuaire.geojson</c>: the entries that have a place, as a FeatureCollection (RFC 7946).</summary>
public static class DirectoryMap
{
    // A tenth of a metre.
    private const int Decimals = 6;

    /// <summary>The file. An entry whose coordinates are not on Earth is left out.</summary>
    public static byte[] GeoJson(ImmutableArray<MapEntry> entries) => FeedText.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var entry in entries)
        {
            if (IsOnEarth(entry.Geo))
                Feature(json, entry);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static bool IsOnEarth(GeoPoint geo) => geo.Latitude is >= -90 and <= 90 && geo.Longitude is >= -180 and <= 180;

    private static void Feature(Utf8JsonWriter json, MapEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", entry.Id);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(Math.Round(entry.Geo.Longitude, Decimals));
        json.WriteNumberValue(Math.Round(entry.Geo.Latitude, Decimals));
        json.WriteEndArray();
        json.WriteEndObject();
        Properties(json, entry);
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, MapEntry entry)
    {
        json.WriteStartObject("properties");
        json.WriteString("name", entry.Name);
        json.WriteString("url", entry.Url);
        json.WriteString("entry", entry.Entry);
        json.Optional("category", entry.Category);
        json.Optional("address", entry.Address);
        json.Optional("postalCode", entry.PostalCode);
        json.Optional("city", entry.City);
        json.Optional("phone", entry.Phone);
        json.Optional("hours", entry.Hours);
        if (entry.Accessible is { } accessible)
            json.WriteBoolean("accessible", accessible);
        json.WriteString("owner", entry.Owner);
        json.WriteEndObject();
    }
}
