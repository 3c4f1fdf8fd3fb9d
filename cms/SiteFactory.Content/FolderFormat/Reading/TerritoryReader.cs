using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Makes the territory from <c>territory.yaml</c>. Null when something that every site needs is missing.</summary>
internal static class TerritoryReader
{
    public static Territory? Read(MappingReader map)
    {
        var name = map.RequiredText("name");
        var timeZone = TimeZone(map);
        var brand = Brand(map);
        var territory = new Territory(name ?? "", timeZone ?? "", brand ?? new("", "", null, []), Topics(map), Zones(map), Portals(map), LegalReader.Read(map))
        {
            EServices = EServiceReader.Territory(map),
            Sheets = map.Sheets("fiches"),
        };
        map.Done();
        return name is null || timeZone is null || brand is null ? null : territory;
    }

    private static string? TimeZone(MappingReader map)
    {
        var name = map.RequiredText("timeZone");
        if (name is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null)
            return name;
        map.Scope.Error(FaultCodes.BadTimeZone, map.Scalar("timeZone")!.Line, "timeZone", name, Suggestion.Sentence(name, DateTimeZoneProviders.Tzdb.Ids));
        return null;
    }

    private static TerritoryBrand? Brand(MappingReader map)
    {
        if (map.Map("brand") is not { } inner)
        {
            if (map.Node("brand") is null)
                map.Missing("brand");
            return null;
        }
        var primary = RequiredColour(inner, "primary");
        var accent = RequiredColour(inner, "accent");
        var brand = new TerritoryBrand(primary ?? "", accent ?? "", inner.Media("logo"), Locked(inner));
        inner.Done();
        return primary is null || accent is null ? null : brand;
    }

    private static string? RequiredColour(MappingReader map, string key)
    {
        if (map.Node(key) is null)
            map.Missing(key);
        return map.Colour(key);
    }

    private static ImmutableArray<string> Locked(MappingReader map)
    {
        var locked = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in map.Scalars("locked"))
        {
            if (Vocabulary.Lockable.Contains(scalar.Value))
                locked.Add(scalar.Value);
            else
                map.BadChoice(scalar, "locked", Vocabulary.Lockable);
        }
        return locked.DrainToImmutable();
    }

    private static ImmutableArray<Topic> Topics(MappingReader map) => Keyed(map, "topics", (inner, key) => new Topic(key, inner.RequiredText("label") ?? key));

    private static ImmutableArray<Zone> Zones(MappingReader map) => Keyed(map, "zones", (inner, key) =>
        new Zone(key, inner.RequiredText("label") ?? key, inner.References("sites", ReferenceKind.Site)));

    private static ImmutableArray<PortalDeclaration> Portals(MappingReader map) => Keyed(map, "portals", (inner, key) =>
        new PortalDeclaration(key, PortalKind(inner), inner.Checked("url", FaultCodes.BadUrl, Syntax.IsUrl), inner.Text("label"))
        {
            Parameter = inner.Checked("parameter", FaultCodes.BadKey, static t => Syntax.IsKey(t.Replace('_', '-'))) ?? PortalDeclaration.DefaultParameter,
            Jurisdiction = inner.Text("jurisdiction"),
            Tracking = inner.Checked("tracking", FaultCodes.BadUrl, Syntax.IsUrl),
            Orig = inner.Text("orig"),
            IsLocal = inner.Flag("local") ?? false,
        });

    private static string PortalKind(MappingReader map)
    {
        if (map.RequiredText("kind") is not { } kind)
            return "";
        if (!Vocabulary.PortalKinds.Contains(kind))
            map.BadChoice(map.Scalar("kind")!, "kind", Vocabulary.PortalKinds);
        return kind;
    }

    /// <summary>A list of things with keys of their own, each once.</summary>
    private static ImmutableArray<T> Keyed<T>(MappingReader map, string list, Func<MappingReader, string, T> make)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var inner in map.Maps(list))
        {
            var key = inner.RequiredText("key");
            if (key is not null && !Syntax.IsKey(key))
                map.Scope.Error(FaultCodes.BadKey, inner.Scalar("key")!.Line, inner.FullKey("key"), key);
            else if (key is not null && !keys.Add(key))
                map.Scope.Error(FaultCodes.DuplicateEntry, inner.Line, inner.FullKey("key"), key);
            var item = make(inner, key ?? "");
            inner.Done();
            if (key is not null)
                items.Add(item);
        }
        return items.DrainToImmutable();
    }
}
