using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Reads <c>overlays.yaml</c>: a list, one overlay an item.</summary>
internal static class OverlayReader
{
    public static ImmutableArray<Overlay> Read(IEnumerable<MappingReader> maps)
    {
        var overlays = new Dictionary<string, Overlay>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            if (One(map) is { } overlay && !overlays.TryAdd(overlay.Item.ToString(), overlay))
                map.Scope.Error(FaultCodes.DuplicateEntry, map.Line, "item", overlay.Item);
        }
        return [.. overlays.Keys.Order(StringComparer.Ordinal).Select(k => overlays[k])];
    }

    private static Overlay? One(MappingReader map)
    {
        if (map.Node("item") is null)
            map.Missing("item");
        var item = map.Value<Guid>("item", FaultCodes.BadId, Syntax.Id);
        if (item is { } id)
            map.Scope.Refer(ReferenceKind.Item, id.ToString(), map.Scalar("item")!.Line, "item");
        var overlay = new Overlay(
            item ?? default,
            map.Choice("decision", Vocabulary.Decisions),
            map.Flag("pinned") ?? false,
            map.Text("title"),
            map.Media("image"),
            map.Text("note"));
        map.Done();
        return item is null ? null : overlay;
    }
}
