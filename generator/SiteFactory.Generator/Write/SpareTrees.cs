using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write;

/// <summary>
/// Makes second trees of what is served, so that the next release costs what changes and not what stays, and removes releases that are
/// too old. Nothing depends on spare trees: without one, a release starts from an empty folder.
/// </summary>
internal static class SpareTrees
{
    /// <summary>Makes those that are missing. Throws <see cref="OperationCanceledException"/>; what was made so far is kept.</summary>
    public static void Make(string outputFolder, IReadOnlyCollection<(ReleaseStore Store, ReleaseMemory Memory)> releases, CancellationToken cancel)
    {
        var made = new List<(ReleaseMemory Memory, SpareTree Spare)>();
        try
        {
            foreach (var (store, memory) in releases)
            {
                cancel.ThrowIfCancellationRequested();
                // Who builds the site at this moment, in another process, makes its spare tree as well.
                using var turn = OutputLock.TryTake(outputFolder, store.Domain);
                if (turn is not null && Make(store, memory, cancel) is { } spare)
                    made.Add((memory, spare));
            }
        }
        finally
        {
            // Only what is safe on the disk is taken later: a release then syncs no more than what it changed.
            if (made.Count > 0)
                Posix.SyncFileSystem(outputFolder);
            foreach (var (memory, spare) in made)
                memory.Spare = spare;
        }
    }

    private static SpareTree? Make(ReleaseStore store, ReleaseMemory memory, CancellationToken cancel)
    {
        if (store.Current is not { } id || memory.ManifestOf(id, store) is not { } manifest)
            return null;
        // Another process serves the site as a rule: its spare tree is left to it.
        if (memory.Spare?.Of == id || (!memory.Made(id) && store.HasSpares))
        {
            store.Prune();
            return null;
        }
        memory.Spare = null;
        store.RemoveSpares();
        var spare = new SpareTree(id, Path.GetRandomFileName());
        var have = Recycle(store, memory, spare, manifest);
        store.Prune();
        Directory.CreateDirectory(store.SpareFolder(spare.Name));
        return ReleaseLinks.TryTurnInto(manifest, have, store.FolderOf(id), store.SpareFolder(spare.Name), cancel) ? spare : null;
    }

    // The oldest release would be removed now. Changing it costs what changed since; a new tree costs everything, twice.
    private static ReleaseManifest? Recycle(ReleaseStore store, ReleaseMemory memory, SpareTree spare, ReleaseManifest manifest)
    {
        if (store.Prunable is not [var oldest, ..] || !memory.Made(oldest))
            return null;
        var have = ReleaseManifest.TryRead(store.ManifestOf(oldest));
        if (have is null || have.Precompressed != manifest.Precompressed)
            return null;
        store.Recycle(oldest, spare.Name);
        return have;
    }
}
