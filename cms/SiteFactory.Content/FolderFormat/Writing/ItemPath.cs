using NodaTime;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>The file that an item is written to; reading it gives the item's key back.</summary>
internal static class ItemPath
{
    /// <summary>The path from the content folder.</summary>
    /// <param name="hasChildren">A page with pages below it is the <c>index.md</c> of its folder.</param>
    public static string Of(ContentItem item, bool hasChildren)
    {
        var folder = ContentPath.Folders.First(f => f.Kind == item.Kind).Folder;
        return $"{item.SiteKey}/{folder}/{Name(item, hasChildren)}.md";
    }

    private static string Name(ContentItem item, bool hasChildren) => item switch
    {
        Page { Key: "" } => "index",
        Page when hasChildren || IsNamedIndex(item.Key) => $"{item.Key}/index",
        NewsItem news => Dated(news.Date.Date, item.Key),
        OfficialDocument document => (document.Session ?? document.PostedAt?.Date) is { } day
            ? Dated(day, item.Key)
            : ContentPath.WithoutDay(item.Key) == item.Key ? item.Key : Dated(new(1970, 1, 1), item.Key),
        _ => item.Key,
    };

    private static string Dated(LocalDate day, string key) => $"{TimeWriter.Day(day)}-{key}";

    private static bool IsNamedIndex(string key) => key == "index" || key.EndsWith("/index", StringComparison.Ordinal);
}
