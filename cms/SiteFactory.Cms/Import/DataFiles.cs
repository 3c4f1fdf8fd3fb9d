using System.Text;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Import;

/// <summary>Files of a content folder that are neither items, settings, overlays nor media: they are kept as they are.</summary>
internal static class DataFiles
{
    private static readonly string[] WithTables = ["site.yaml", "overlays.yaml"];
    private static readonly string[] Folders = ["pages", "news", "events", "directory", "documents", "alerts", "media"];

    /// <summary>Their paths with the site that each belongs to; null for the territory's own.</summary>
    public static IEnumerable<(string Path, string? SiteKey)> In(IContentFiles files)
    {
        foreach (var path in files.Files("").Where(p => p != "territory.yaml"))
            yield return (path, null);
        foreach (var folder in files.Folders())
        {
            // The territory's own folders have no site.yaml.
            var isSite = files.Find(folder + "/site.yaml") is not null;
            foreach (var path in files.Files(folder).Where(p => !isSite || IsData(p[(folder.Length + 1)..])))
                yield return (path, isSite ? folder : null);
        }
    }

    /// <summary>The file as text.</summary>
    public static string Text(IContentFiles files, string path)
    {
        var buffer = new ContentBuffer();
        files.Read(path, buffer);
        return Encoding.UTF8.GetString(buffer.Bytes);
    }

    private static bool IsData(string relative) =>
        !WithTables.Contains(relative) && !Folders.Contains(relative.Split('/')[0]);
}
