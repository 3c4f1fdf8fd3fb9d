using System.Collections.Immutable;
using System.Text.Json;
using SiteFactory.Content.Model;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>Works as map data carries them.</summary>
/// <param name="Kind"><c>works</c>, <c>closed</c>, <c>alternate</c> or <c>parking</c>.</param>
/// <param name="Period">In words.</param>
public sealed record WorksEntry(RoadWorks Works, string Kind, string KindLabel, string Period);

/// <summary><c>/travaux.geojson</c>: works going on and to come, as a FeatureCollection (RFC 7946) of points and lines.</summary>
public static class WorksMap
{
    private const int Decimals = 6;

    /// <summary>The file. Works without a place are left out.</summary>
    public static byte[] GeoJson(ImmutableArray<WorksEntry> entries) => FeedText.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var entry in entries.Where(e => e.Works.Geo is not null || e.Works.Line.Length > 1))
            Feature(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Feature(Utf8JsonWriter json, WorksEntry entry)
    {
        var works = entry.Works;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        Geometry(json, works);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("title", works.Title);
        json.WriteString("kind", entry.Kind);
        json.WriteString("kindLabel", entry.KindLabel);
        json.WriteString("from", FrenchDates.Iso(works.From));
        if (works.Until is { } until)
            json.WriteString("until", FrenchDates.Iso(until));
        json.WriteString("period", entry.Period);
        json.Optional("place", works.Place);
        json.Optional("hours", works.Hours);
        json.Optional("detour", works.Detour);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, RoadWorks works)
    {
        var isLine = works.Line.Length > 1;
        json.WriteString("type", isLine ? "LineString" : "Point");
        json.WriteStartArray("coordinates");
        if (!isLine)
            Position(json, works.Geo!.Value);
        foreach (var point in isLine ? works.Line : [])
        {
            json.WriteStartArray();
            Position(json, point);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteNumberValue(Math.Round(point.Longitude, Decimals));
        json.WriteNumberValue(Math.Round(point.Latitude, Decimals));
    }
}
