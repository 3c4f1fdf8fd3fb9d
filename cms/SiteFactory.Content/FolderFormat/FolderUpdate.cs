using SiteFactory.Content.FolderFormat.Assembly;
using SiteFactory.Content.FolderFormat.Reading;

namespace SiteFactory.Content.FolderFormat;

/// <summary>Brings one site's files up to date.</summary>
internal static class FolderUpdate
{
    /// <summary>The site's files after the change; null when none is left.</summary>
    public static SiteFiles? Apply(SiteFiles? before, string key, IEnumerable<string> changed, IContentFiles files, FileReader reader)
    {
        var byPath = new SortedDictionary<string, ParsedFile>(StringComparer.Ordinal);
        foreach (var file in before?.Files ?? [])
            byPath.Add(file.Path.Path, file);
        var buffer = new ContentBuffer();
        foreach (var path in changed)
            Apply(byPath, path, files, reader, buffer);
        if (byPath.Count == 0)
            return null;
        var now = new SiteFiles(key, [.. byPath.Values]);
        return before is not null && now.Files.AsSpan().SequenceEqual(before.Files.AsSpan(), ReferenceEqualityComparer.Instance) ? before : now;
    }

    private static void Apply(SortedDictionary<string, ParsedFile> byPath, string path, IContentFiles files, FileReader reader, ContentBuffer buffer)
    {
        if (files.Find(path) is not null)
        {
            byPath[path] = reader.Read(ContentPath.Of(path), buffer);
            return;
        }
        var gone = byPath.Keys.Where(f => f == path || f.StartsWith(path + "/", StringComparison.Ordinal)).ToList();
        foreach (var old in gone)
            byPath.Remove(old);
        foreach (var inside in files.Files(path))
            byPath[inside] = reader.Read(ContentPath.Of(inside), buffer);
    }
}
