using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Map;

/// <summary>Places, as a list that a map can stand in for.</summary>
public sealed record MapModel(ImmutableArray<MapPoint> Points)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Map");
}

/// <summary>One place.</summary>
/// <param name="Href">Its page in the directory, or OpenStreetMap's page of the point.</param>
public sealed record MapPoint(string Label, string Href, bool IsExternal, string? Address, GeoModel Geo)
{
    /// <summary>Latitude and longitude for the theme's map script.</summary>
    public string GeoText => string.Create(CultureInfo.InvariantCulture, $"{Geo.Latitude:0.######},{Geo.Longitude:0.######}");
}

/// <summary><c>::: map {entry=mairie,ecole}</c>, <c>{category="Écoles"}</c> or <c>{geo="49.1,6.1" label="…"}</c>.</summary>
public sealed class MapDirective : Directive<MapView, MapModel>
{
    private const int MostPoints = 200;

    public override string Name => "map";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
    [
        AttributeRule.Keys("entry"),
        AttributeRule.Text("category"),
        new("geo", false, MapModel.Texts["expect.geo"], value => Geo(value) is not null),
        AttributeRule.Text("label"),
    ];

    protected override MapModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var points = Points(call);
        return points.IsEmpty ? null : new(points);
    }

    private static ImmutableArray<MapPoint> Points(DirectiveCall call)
    {
        if (call.Text("geo") is { } text && Geo(text) is { } geo)
            return At(call, geo);
        if (call.Text("entry") is { } keys)
            return [.. keys.Split(',', StringSplitOptions.TrimEntries).Select(k => Entry(call, k)).OfType<MapPoint>()];
        if (call.Text("category") is { } category)
            return OfCategory(call, category);
        call.Error(MapModel.Texts, "map-without-place", call.Line);
        return [];
    }

    private static ImmutableArray<MapPoint> At(DirectiveCall call, GeoModel geo)
    {
        if (call.Text("label") is not { } label)
        {
            call.Error(MapModel.Texts, "map-without-label", call.Line);
            return [];
        }
        var href = string.Create(
            CultureInfo.InvariantCulture,
            $"https://www.openstreetmap.org/?mlat={geo.Latitude:0.######}&mlon={geo.Longitude:0.######}#map=17/{geo.Latitude:0.######}/{geo.Longitude:0.######}");
        return [new(label, href, true, null, geo)];
    }

    private static MapPoint? Entry(DirectiveCall call, string key)
    {
        if (call.Entry(key) is not { } entry)
            return null;
        if (entry.Geo is null)
            call.Error(MapModel.Texts, "map-entry-without-geo", call.Line, entry.Title);
        return Of(entry);
    }

    private static ImmutableArray<MapPoint> OfCategory(DirectiveCall call, string category)
    {
        var points = call.Context.Directory(null, category, MostPoints).Select(Of).OfType<MapPoint>().ToImmutableArray();
        if (points.IsEmpty)
            call.Warning(MapModel.Texts, "map-category-empty", call.Line, category);
        return points;
    }

    private static MapPoint? Of(DirectoryCard entry) =>
        entry.Geo is null ? null : new(entry.Title, entry.Href, false, entry.Address, entry.Geo);

    private static GeoModel? Geo(string text) =>
        text.Split(',') is [var north, var east] && Degrees(north, 90) is { } latitude && Degrees(east, 180) is { } longitude
            ? new(latitude, longitude)
            : null;

    private static double? Degrees(string text, double bound) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) <= bound
            ? value
            : null;
}
