using System.Collections.Immutable;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write;

/// <summary>
/// The folder in which a release is made. Either it starts empty and what did not change is linked from the release before; or it
/// is a second tree of that release, made ready beforehand, and only what changes is touched.
/// </summary>
internal sealed class ReleaseDraft
{
    private readonly ReleaseManifest? _previous;
    private readonly string? _old;
    private readonly bool _isSpare;

    private ReleaseDraft(string id, string folder, ReleaseManifest? previous, string? old, bool isSpare)
    {
        Id = id;
        Folder = folder;
        Touched = new(folder);
        _previous = previous;
        _old = old;
        _isSpare = isSpare;
    }

    public string Id { get; }

    public string Folder { get; }

    /// <summary>What was changed on the disk since the folder was complete and safe.</summary>
    public TouchedFiles Touched { get; }

    /// <summary>Whether <see cref="Touched"/> is all: the rest is safe on the disk.</summary>
    public bool TouchedIsAll => _isSpare && !Touched.AreMany;

    /// <summary>A folder for the release of these outputs, ready to be written to.</summary>
    /// <param name="previous">The manifest of the release that is served; null when nothing of it can be kept.</param>
    public static ReleaseDraft Begin(ReleaseStore store, ReleaseMemory memory, Tree tree, string? previousId, ReleaseManifest? previous)
    {
        var spare = previous is not null && memory.Spare?.Of == previousId ? memory.Spare?.Name : null;
        memory.Spare = null;
        var (id, isSpare) = store.Begin(tree.Inputs, spare);
        var draft = new ReleaseDraft(id, store.FolderOf(id), previous, previous is null ? null : store.FolderOf(previousId!), isSpare);
        if (isSpare)
            draft.RemoveStale(tree);
        draft.CreateFolders(tree);
        return draft;
    }

    /// <summary>What the release before held at the output's path; null when it held nothing.</summary>
    public ManifestEntry? Before(PlannedOutput planned) => _previous?.Entries.GetValueOrDefault(planned.Path);

    /// <summary>Keeps an output of the release before; null when it must be made.</summary>
    public ManifestEntry? Keep(PlannedOutput planned)
    {
        if (Before(planned) is not { } entry || entry.Inputs != planned.Inputs)
            return null;
        if (_isSpare)
            return entry;
        var kept = planned is BundleOutput
            ? KeepBundle(planned.Path, entry.Bundle)
            : ReleaseLinks.TryLink(Path.Combine(_old!, planned.Path), Path.Combine(Folder, planned.Path), entry.Compressed);
        return kept ? entry : null;
    }

    /// <summary>Keeps one file of a bundle that changed.</summary>
    public bool KeepFile(string bundle, BundleFile file) =>
        _isSpare || (_old is not null && ReleaseLinks.TryLink(Path.Combine(_old, bundle), Path.Combine(Folder, bundle), file));

    /// <summary>Removes a bundle's file that is no more.</summary>
    public void RemoveFile(string bundle, BundleFile file)
    {
        if (_isSpare)
            Remove(bundle + file.Name, file.Compressed);
    }

    private bool KeepBundle(string bundle, ImmutableArray<BundleFile> files)
    {
        var path = Path.Combine(Folder, bundle);
        if (files.All(f => ReleaseLinks.TryLink(Path.Combine(_old!, bundle), path, f)))
            return true;
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        Directory.CreateDirectory(path);
        return false;
    }

    // A bundle that changed keeps its folder: most of its files stay.
    private void RemoveStale(Tree tree)
    {
        var planned = tree.Outputs.ToDictionary(o => o.Path);
        foreach (var (path, entry) in _previous!.Entries)
        {
            if (planned.TryGetValue(path, out var output) && (output.Inputs == entry.Inputs || output is BundleOutput))
                continue;
            foreach (var file in entry.Bundle)
                RemoveFile(path, file);
            if (entry.Bundle.IsEmpty)
                Remove(path, entry.Compressed);
        }
    }

    private void Remove(string path, CompressedForms forms)
    {
        Touched.Changed(Path.Combine(Folder, path));
        ReleaseLinks.Remove(Folder, path, forms);
    }

    private void CreateFolders(Tree tree)
    {
        var made = new HashSet<string>();
        foreach (var planned in tree.Outputs)
        {
            if (_isSpare && Keep(planned) is not null)
                continue;
            var slash = planned.Path.LastIndexOf('/');
            if (slash > 0 && made.Add(planned.Path[..slash]))
                Directory.CreateDirectory(OutputFolder.PathIn(Folder, planned.Path[..slash]));
        }
    }
}

/// <summary>The files that one release consists of.</summary>
/// <param name="Key">Of the site, or of what else it is, for faults.</param>
/// <param name="Inputs">Stands for all of it: equal, and there is nothing to write.</param>
internal sealed record Tree(string Key, ImmutableArray<PlannedOutput> Outputs, Content.Fingerprints.Fingerprint Inputs);
