using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Reads <c>collections.yaml</c>.</summary>
internal static class CollectionsReader
{
    private const int FewestWeeks = 1;
    private const int MostWeeks = 52;

    public static WasteCollections Read(MappingReader map)
    {
        var sectors = Sectors(map);
        var keys = sectors.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var collections = new WasteCollections(
            map.Choice("holidays", EverydayWords.Holidays) ?? HolidayShift.Usual,
            map.Text("note"),
            sectors,
            [.. map.Maps("changes").Select(m => Change(m, keys)).OfType<WasteChange>()]);
        map.Done();
        return collections;
    }

    private static ImmutableArray<WasteSector> Sectors(MappingReader map)
    {
        var sectors = ImmutableArray.CreateBuilder<WasteSector>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var inner in map.Maps("sectors"))
        {
            var key = inner.RequiredText("key");
            if (key is not null && !Syntax.IsKey(key))
                inner.Scope.Error(FaultCodes.BadKey, inner.Scalar("key")!.Line, inner.FullKey("key"), key);
            else if (key is not null && !keys.Add(key))
                inner.Scope.Error(FaultCodes.DuplicateEntry, inner.Line, inner.FullKey("key"), key);
            var name = inner.RequiredText("name");
            var sector = new WasteSector(
                key ?? "", name ?? "", inner.Text("note"), inner.Texts("streets"), inner.References("sites", ReferenceKind.Site),
                [.. inner.Maps("rounds").Select(Round).OfType<WasteRound>()]);
            inner.Done();
            if (key is not null && name is not null)
                sectors.Add(sector);
        }
        return sectors.DrainToImmutable();
    }

    private static WasteRound? Round(MappingReader map)
    {
        if (map.Node("waste") is null)
            map.Missing("waste");
        var waste = map.Choice("waste", EverydayWords.Wastes);
        var days = map.Choices("days", EverydayWords.Days);
        var dates = Dates(map);
        if (map.Node("days") is null && map.Node("dates") is null)
            map.Missing("days");
        var every = Every(map);
        var since = map.Day("since");
        if (every > FewestWeeks && map.Node("since") is null)
            map.Missing("since");
        var from = map.Day("from");
        var until = map.Day("until");
        map.CheckOrder(from, until, "until");
        var weeks = map.Choice("weeks", EverydayWords.Parities);
        var monthly = map.Choices("monthly", EverydayWords.Ordinals);
        var note = map.Text("note");
        map.Done();
        return waste is { } kind && (every == FewestWeeks || since is not null)
            ? new(kind, days, every, since, from, until, dates, note) { Weeks = weeks, Monthly = monthly }
            : null;
    }

    private static int Every(MappingReader map)
    {
        var every = map.Integer("every") ?? FewestWeeks;
        if (every is >= FewestWeeks and <= MostWeeks)
            return every;
        map.Scope.Error(FaultCodes.BadNumber, map.Scalar("every")!.Line, map.FullKey("every"), map.Scalar("every")!.Value);
        return FewestWeeks;
    }

    private static ImmutableArray<LocalDate> Dates(MappingReader map)
    {
        var dates = new SortedSet<LocalDate>();
        foreach (var scalar in map.Node("dates") is null ? [] : map.Scalars("dates"))
        {
            if (Syntax.Day(scalar.Value) is { } date)
                dates.Add(date);
            else
                map.Scope.Error(FaultCodes.BadDate, scalar.Line, map.FullKey("dates"), scalar.Value);
        }
        return [.. dates];
    }

    private static WasteChange? Change(MappingReader map, HashSet<string> sectors)
    {
        var date = EverydayReader.RequiredDay(map, "date");
        var sector = map.Text("sector");
        if (sector is not null && !sectors.Contains(sector))
            map.BadChoice(map.Scalar("sector")!, "sector", sectors.Order(StringComparer.Ordinal));
        var change = new WasteChange(date ?? default, map.Day("to"), sector, map.Choice("waste", EverydayWords.Wastes), map.Text("note"));
        map.Done();
        return date is null ? null : change;
    }
}
