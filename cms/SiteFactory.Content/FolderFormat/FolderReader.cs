using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.FolderFormat.Assembly;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>
/// Reads a content folder into a snapshot, with every fault of the run. Files are read in parallel; the result depends on
/// their content alone. Reading again takes over what did not change, object by object.
/// </summary>
public static class FolderReader
{
    /// <summary>Times of a territory whose own zone is not known, so that the rest of its faults can be told.</summary>
    private const string FallbackZone = "Europe/Paris";

    /// <summary>Reads everything.</summary>
    public static LoadResult Read(IContentFiles files) => Read(files, null);

    /// <summary>Looks at every file again, and reads those whose length or time of writing is not what it was.</summary>
    public static LoadResult Read(IContentFiles files, LoadResult? previous)
    {
        var before = previous?.State;
        var top = ReadAll(files, TopFiles(files), DateTimeZone.Utc, before);
        var zone = ZoneOf(top);
        if (before is not null && !before.Zone.Equals(zone))
            before = null;
        var paths = new ConcurrentBag<string[]>();
        Parallel.ForEach(files.Folders().Where(f => f != ContentPath.SheetFolder), folder => paths.Add([.. files.Files(folder)]));
        var sites = ReadAll(files, paths.SelectMany(p => p), zone, before)
            .GroupBy(f => f.Path.Site!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => Sharing(new(g.Key, [.. g]), before), StringComparer.Ordinal);
        var state = new FolderState(zone, top.ToImmutableSortedDictionary(f => f.Path.Path, f => f, StringComparer.Ordinal), sites);
        return new TerritoryAssembler(state, previous).Assemble();
    }

    /// <summary>
    /// Reads the named files only: those that were written, created or deleted. A folder's path stands for all that is and was
    /// in it. Nothing else is looked at.
    /// </summary>
    public static LoadResult Update(IContentFiles files, LoadResult previous, IEnumerable<string> changedPaths)
    {
        if (previous.State is not { } before)
            return Read(files);
        var bySite = changedPaths.Select(p => p.Trim('/')).ToLookup(p => SiteOf(p, files, before), StringComparer.Ordinal);
        var top = bySite[null].Any() ? ReadAll(files, TopFiles(files), DateTimeZone.Utc, before) : [.. before.TopFiles.Values];
        if (!ZoneOf(top).Equals(before.Zone))
            return Read(files, previous);
        var sites = before.Sites.ToBuilder();
        var reader = new FileReader(files, before.Zone);
        foreach (var site in bySite)
        {
            if (site.Key is not { } key)
                continue;
            if (FolderUpdate.Apply(before.Sites.GetValueOrDefault(key), key, site, files, reader) is { } updated)
                sites[key] = updated;
            else
                sites.Remove(key);
        }
        var state = before with { TopFiles = top.ToImmutableSortedDictionary(f => f.Path.Path, f => f, StringComparer.Ordinal), Sites = sites.ToImmutable() };
        return new TerritoryAssembler(state, previous).Assemble();
    }

    /// <summary>The site whose folder the path is or lies in; null for the content folder's own files.</summary>
    private static string? SiteOf(string path, IContentFiles files, FolderState before)
    {
        if (ContentPath.Of(path).Site is { } site)
            return site;
        if (path == ContentPath.SheetFolder)
            return null;
        var isFolder = before.Sites.ContainsKey(path) || files.Folders().Contains(path, StringComparer.Ordinal);
        return isFolder ? path : null;
    }

    /// <summary>The content folder's own files, sheets included.</summary>
    private static IEnumerable<string> TopFiles(IContentFiles files) => files.Files("").Concat(files.Files(ContentPath.SheetFolder));

    private static DateTimeZone ZoneOf(IEnumerable<ParsedFile> top) =>
        DateTimeZoneProviders.Tzdb[top.Select(f => f.Value).OfType<Territory>().FirstOrDefault()?.TimeZone ?? FallbackZone];

    /// <summary>Reads the files, or takes them over from before; ordered by path.</summary>
    private static ParsedFile[] ReadAll(IContentFiles files, IEnumerable<string> paths, DateTimeZone zone, FolderState? before)
    {
        var reader = new FileReader(files, zone);
        var ordered = paths.ToArray();
        Array.Sort(ordered, StringComparer.Ordinal);
        var results = new ParsedFile[ordered.Length];
        Parallel.For(0, ordered.Length, static () => new ContentBuffer(), (i, _, buffer) =>
        {
            results[i] = ReadOne(files, reader, ordered[i], before, buffer);
            return buffer;
        }, static _ => { });
        return results;
    }

    private static ParsedFile ReadOne(IContentFiles files, FileReader reader, string path, FolderState? before, ContentBuffer buffer)
    {
        var place = ContentPath.Of(path);
        var known = before?.File(place);
        return known is not null && files.Find(path) == known.Identity ? known : reader.Read(place, buffer);
    }

    /// <summary>The site's files from before when they are the very same objects.</summary>
    private static SiteFiles Sharing(SiteFiles now, FolderState? before) =>
        before?.Sites.GetValueOrDefault(now.Key) is { } old
        && now.Files.AsSpan().SequenceEqual(old.Files.AsSpan(), ReferenceEqualityComparer.Instance) ? old : now;
}
