using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Reads a menu written by hand.</summary>
internal static class NavigationReader
{
    /// <summary>Null when the key is absent.</summary>
    public static ImmutableArray<NavigationEntry>? Read(MappingReader map, string key)
    {
        if (map.Node(key) is null)
            return null;
        var entries = ImmutableArray.CreateBuilder<NavigationEntry>();
        foreach (var inner in map.Maps(key))
        {
            if (Entry(inner) is { } entry)
                entries.Add(entry);
        }
        return entries.DrainToImmutable();
    }

    private static NavigationEntry? Entry(MappingReader map)
    {
        var label = map.RequiredText("label");
        var page = map.Checked("page", FaultCodes.BadPath, Syntax.IsSitePath);
        if (page is not null)
            map.Scope.Refer(ReferenceKind.Page, page, map.Scalar("page")!.Line, map.FullKey("page"));
        var url = map.Checked("url", FaultCodes.BadUrl, Syntax.IsUrl);
        var children = Read(map, "children");
        if (map.Node("page") is null && map.Node("url") is null && children is not { Length: > 0 })
            map.Missing("page");
        map.Done();
        return label is null ? null : new(label, page, url, children);
    }
}
