using System.Collections.Concurrent;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write;

/// <summary>The files and folders that a release changed on the disk: what must be safe there before it is served.</summary>
internal sealed class TouchedFiles(string root)
{
    // Beyond this, one call for the whole file system costs less than one for each file, whoever else writes to it.
    private const int Many = 1500;

    private readonly ConcurrentBag<string> _files = [];
    private readonly ConcurrentDictionary<string, bool> _folders = new();

    /// <summary>Whether they are too many to be named one by one.</summary>
    public bool AreMany => _files.Count > Many;

    /// <summary>A file was written or got a second name.</summary>
    public void Wrote(string path)
    {
        _files.Add(path);
        Changed(path);
    }

    /// <summary>A name was added or removed; the folders above may be new.</summary>
    public void Changed(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && folder.Length >= root.Length && _folders.TryAdd(folder, true); folder = Path.GetDirectoryName(folder))
        {
        }
    }

    /// <summary>Returns when all of it is on disk: the files first, then the names that lead to them.</summary>
    public void Sync()
    {
        Parallel.ForEach(_files, Posix.Sync);
        Parallel.ForEach(_folders.Keys.Where(Directory.Exists), Posix.Sync);
    }
}
