using SiteFactory.Content.Sheets;

namespace SiteFactory.Generator.Load;

/// <summary>What can be asked of a content folder without reading it.</summary>
public static class ContentFolder
{
    /// <summary>Whether the folder is there.</summary>
    public static bool Exists(string path) => Directory.Exists(path);

    /// <summary>Names of the folders in it, in order; a site's folder is its key.</summary>
    public static IReadOnlyList<string> Folders(string path) =>
        [.. Directory.EnumerateDirectories(path).Select(f => Path.GetFileName(f)!).Where(n => !n.StartsWith('.') && n != SheetReferences.Folder).Order(StringComparer.Ordinal)];
}
