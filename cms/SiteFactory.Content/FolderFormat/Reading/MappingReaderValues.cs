using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;
using SiteFactory.Content.Yaml;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Values of the content format that several files share.</summary>
internal static class MappingReaderValues
{
    public static TimeText? Moment(this MappingReader map, string key) =>
        map.Value<TimeText>(key, FaultCodes.BadDateTime, static text => TimeText.Parse(text));

    public static LocalDate? Day(this MappingReader map, string key) => map.Value<LocalDate>(key, FaultCodes.BadDate, Syntax.Day);

    /// <summary>A list of moments.</summary>
    public static ImmutableArray<LocalDateTime> Moments(this MappingReader map, string key, DateTimeZone zone)
    {
        if (map.Node(key) is null)
            return [];
        var moments = ImmutableArray.CreateBuilder<LocalDateTime>();
        foreach (var scalar in map.Scalars(key))
        {
            if (TimeText.Parse(scalar.Value) is { } moment)
                moments.Add(moment.In(zone));
            else
                map.Scope.Error(FaultCodes.BadDateTime, scalar.Line, map.FullKey(key), scalar.Value);
        }
        return moments.DrainToImmutable();
    }

    public static GeoPoint? Geo(this MappingReader map, string key)
    {
        if (map.Node(key) is not { } node)
            return null;
        var point = Syntax.Geo(node);
        if (point is null)
            map.Scope.Error(FaultCodes.BadGeo, node.Line, map.FullKey(key));
        return point;
    }

    /// <summary>A media path; it must name a file that exists.</summary>
    public static string? Media(this MappingReader map, string key)
    {
        var path = map.Checked(key, FaultCodes.BadMediaPath, Syntax.IsMediaPath);
        if (path is not null)
            map.Scope.Refer(ReferenceKind.Media, path, map.Scalar(key)!.Line, map.FullKey(key));
        return path;
    }

    /// <summary>A media path of <c>territory.yaml</c> or a list of keys: each must exist.</summary>
    public static ImmutableArray<string> References(this MappingReader map, string key, ReferenceKind kind)
    {
        if (map.Node(key) is null)
            return [];
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in map.Scalars(key))
        {
            map.Scope.Refer(kind, scalar.Value, scalar.Line, map.FullKey(key));
            if (!values.Contains(scalar.Value))
                values.Add(scalar.Value);
        }
        return values.DrainToImmutable();
    }

    /// <summary>A key that must exist elsewhere.</summary>
    public static string? Reference(this MappingReader map, string key, ReferenceKind kind)
    {
        if (map.Text(key) is not { } text)
            return null;
        map.Scope.Refer(kind, text, map.Scalar(key)!.Line, map.FullKey(key));
        return text;
    }

    /// <summary>Ids of service-public.fr sheets, each once.</summary>
    public static ImmutableArray<string> Sheets(this MappingReader map, string key)
    {
        var ids = map.Texts(key, FaultCodes.BadSheetId, Content.Sheets.Sheet.IsId);
        foreach (var scalar in ids.IsEmpty ? [] : map.Scalars(key).Where(s => Content.Sheets.Sheet.IsId(s.Value)))
            map.Scope.Refer(ReferenceKind.Sheet, scalar.Value, scalar.Line, map.FullKey(key));
        return [.. ids.Distinct(StringComparer.Ordinal)];
    }

    public static string? Colour(this MappingReader map, string key) =>
        map.Checked(key, FaultCodes.BadColour, Syntax.IsColour)?.ToLowerInvariant();

    /// <summary>Opening hours; what the parser finds wrong stands at its own line.</summary>
    public static ImmutableArray<string> Hours(this MappingReader map, string key)
    {
        var hours = map.Texts(key);
        if (hours.IsEmpty)
            return hours;
        var lines = map.List(key);
        foreach (var (entry, fault) in HoursParser.Parse(hours).Faults)
            map.Scope.Add(fault, lines[Math.Min(entry, lines.Count - 1)].Line, map.FullKey(key));
        return hours;
    }

    /// <summary><c>none</c>, <c>all</c>, or a mapping of zones and sites; null when absent.</summary>
    public static Audience? Audience(this MappingReader map, string key)
    {
        switch (map.Node(key))
        {
            case null:
                return null;
            case YamlScalar { Value: "none" }:
                return Model.Audience.None;
            case YamlScalar { Value: "all" }:
                return Model.Audience.Everyone;
            case YamlMapping:
                var inner = map.Map(key)!;
                var audience = new Audience(false, inner.References("zones", ReferenceKind.Zone), inner.References("sites", ReferenceKind.Site));
                inner.Done();
                return audience;
            case var other:
                map.Scope.Error(FaultCodes.BadAudience, other.Line, map.FullKey(key));
                return null;
        }
    }

    /// <summary>Reports an end that lies before its start, or at it where nothing would be left of the period.</summary>
    public static void CheckOrder<T>(this MappingReader map, T? start, T? end, string endKey, bool mayBeEqual = true)
        where T : struct, IComparable<T>
    {
        if (start is { } from && end is { } to && to.CompareTo(from) is var order && (order < 0 || order == 0 && !mayBeEqual))
            map.Scope.Error(FaultCodes.BadPeriod, map.Node(endKey)!.Line, map.FullKey(endKey));
    }
}
