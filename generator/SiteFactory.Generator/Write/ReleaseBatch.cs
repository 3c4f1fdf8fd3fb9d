using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write.ServerConfiguration;

namespace SiteFactory.Generator.Write;

/// <summary>A tree that is written, and where it is to be released.</summary>
/// <param name="Card">Null for what no server answers for by itself.</param>
internal sealed record WrittenTree(ReleaseStore Store, ReleaseMemory Memory, WrittenRelease Written, ReleaseCard? Card);

/// <summary>Everything is on disk before the first site is switched; each site is then switched by one rename.</summary>
internal static class ReleaseBatch
{
    /// <summary>Releases what is new.</summary>
    /// <param name="prune">Remove old releases too; otherwise somebody does it later.</param>
    public static void Release(IReadOnlyCollection<WrittenTree> trees, string outputFolder, bool prune)
    {
        var fresh = trees.Where(t => t.Written.Id is not null).ToList();
        var newCards = trees.Where(t => t.Card is not null && !t.Store.Serves(t.Card)).ToList();
        // Redirects may change without any file of the site.
        foreach (var tree in newCards.Where(t => t.Written.Id is null && t.Store.Current is not null))
            tree.Store.SaveCard(tree.Store.Current!, tree.Card!);
        if (fresh.Count > 0)
            Switch(fresh, outputFolder);
        if (newCards.Count > 0)
        {
            using var turn = OutputLock.TakeServer(outputFolder);
            MovedDomains.Settle(outputFolder, newCards.Select(t => t.Card!));
            ServerConfigurationFiles.WriteInTurn(outputFolder);
        }
        foreach (var tree in prune ? fresh : [])
            tree.Store.Prune();
    }

    private static void Switch(List<WrittenTree> fresh, string outputFolder)
    {
        foreach (var tree in fresh)
            tree.Store.Prepare(tree.Written.Id!, tree.Written.Manifest!.ToBytes(), tree.Card);
        Sync(fresh, outputFolder);
        foreach (var tree in fresh)
        {
            tree.Store.Complete(tree.Written.Id!);
            tree.Store.Switch(tree.Written.Id!);
            tree.Memory.Released(tree.Written.Id!, tree.Written.Manifest);
        }
        Posix.Sync(outputFolder);
    }

    // One call for all waits for everything that anybody wrote to the file system: files are named where they are few.
    private static void Sync(List<WrittenTree> fresh, string outputFolder)
    {
        if (fresh.Exists(t => t.Written.Touched is null))
        {
            Posix.SyncFileSystem(outputFolder);
            return;
        }
        foreach (var tree in fresh)
            tree.Written.Touched!.Sync();
        foreach (var tree in fresh)
            tree.Store.SyncPrepared(tree.Written.Id!);
    }
}
