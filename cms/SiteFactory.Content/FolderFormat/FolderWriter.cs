using NodaTime;
using SiteFactory.Content.FolderFormat.Writing;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>
/// Writes a snapshot as a content folder. Reading it gives the same snapshot, ids and all; writing that again gives the
/// same bytes. Line ends become <c>\n</c>, and a blank text counts as none.
/// </summary>
public static class FolderWriter
{
    /// <summary>Writes everything.</summary>
    public static void Write(TerritorySnapshot snapshot, IContentSink sink)
    {
        sink.WriteText("territory.yaml", TerritoryWriter.File(snapshot.Territory));
        var items = new ItemWriter(DateTimeZoneProviders.Tzdb[snapshot.Territory.TimeZone]);
        foreach (var sheet in snapshot.Sheets.Values)
            sink.WriteText($"{Reading.ContentPath.SheetFolder}/{sheet.Id}.json", Sheets.SheetJson.Write(sheet));
        foreach (var site in snapshot.Sites.Values)
            Write(site, items, sink);
    }

    private static void Write(SiteContent content, ItemWriter items, IContentSink sink)
    {
        var key = content.Site.Key;
        sink.WriteText($"{key}/site.yaml", SiteWriter.File(content.Site));
        var parents = Parents(content.Pages);
        foreach (var item in content.Items)
            sink.WriteText(ItemPath.Of(item, parents.Contains(item.Key)), items.File(item));
        if (!content.Overlays.IsEmpty)
            sink.WriteText($"{key}/overlays.yaml", ListFileWriter.Overlays(content.Overlays));
        foreach (var (name, text) in EverydayWriter.Files(content.Everyday))
            sink.WriteText($"{key}/{name}", text);
        foreach (var media in content.Media)
            sink.WriteMedia($"{key}/{media.Path}", media);
        if (ListFileWriter.Media(content.Media) is { Length: > 0 } descriptions)
            sink.WriteText($"{key}/media/media.yaml", descriptions);
    }

    /// <summary>The keys that have a page below them.</summary>
    private static HashSet<string> Parents(IEnumerable<Page> pages)
    {
        var parents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (page.Key.LastIndexOf('/') is > 0 and var slash)
                parents.Add(page.Key[..slash]);
        }
        return parents;
    }
}
