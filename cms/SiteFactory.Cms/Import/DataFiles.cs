using System.Text;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Import;

/// <summary>Files of a content folder that are neither items, settings, overlays nor media.</summary>
internal static class DataFiles
{
    private static readonly string[] WithTables = ["site.yaml", "overlays.yaml", "README.md"];
    private static readonly string[] Folders = ["pages", "news", "events", "directory", "documents", "alerts", "media"];

    /// <summary>Their paths. The territory's own folders have no <c>site.yaml</c>.</summary>
    public static IEnumerable<string> In(IContentFiles files) =>
        from folder in files.Folders()
        let isSite = files.Find(folder + "/site.yaml") is not null
        from path in files.Files(folder)
        let relative = path[(folder.Length + 1)..]
        where !isSite || IsData(relative)
        select path;

    /// <summary>The site that the file belongs to; null for the territory's own.</summary>
    public static string? SiteOf(string path) => path.EndsWith(".yaml", StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : null;

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
