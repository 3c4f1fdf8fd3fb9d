using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Assembly;

/// <summary>Everything that was read, file by file.</summary>
/// <param name="TopFiles">The content folder's own files, by path.</param>
/// <param name="Sites">By the name of their folder.</param>
internal sealed record FolderState(
    DateTimeZone Zone,
    ImmutableSortedDictionary<string, ParsedFile> TopFiles,
    ImmutableSortedDictionary<string, SiteFiles> Sites)
{
    public ParsedFile? TerritoryFile => TopFiles.GetValueOrDefault("territory.yaml");

    public Territory? Territory => TerritoryFile?.Value as Territory;

    /// <summary>The sites as they were put together, by key.</summary>
    public IReadOnlyDictionary<string, AssembledSite> Assembled { get; init; } = new Dictionary<string, AssembledSite>(StringComparer.Ordinal);

    /// <summary>What is known of a file.</summary>
    public ParsedFile? File(ContentPath path) => path.Site is null
        ? TopFiles.GetValueOrDefault(path.Path)
        : Sites.GetValueOrDefault(path.Site)?.Find(path.Path);
}

/// <summary>The files of one site's folder, ordered by path.</summary>
internal sealed class SiteFiles(string key, ImmutableArray<ParsedFile> files)
{
    public string Key => key;

    public ImmutableArray<ParsedFile> Files => files;

    public ParsedFile? Find(string path)
    {
        int low = 0, high = files.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(files[middle].Path.Path, path);
            if (order == 0)
                return files[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }

    public Site? Site => Find($"{key}/site.yaml")?.Value as Site;
}
