using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SiteFactory.Generator.Cli.Watch;

/// <summary>Paths that change in a content folder, in groups: what is saved together is built together.</summary>
internal sealed class ContentChanges : IDisposable
{
    // Editors write a file in several steps a few milliseconds apart; more would be felt.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly Channel<string> _paths = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly FileSystemWatcher _watcher;
    private readonly string _root;

    public ContentChanges(string contentFolder)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(contentFolder));
        _watcher = new(_root)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, e) => Add(e.FullPath);
        _watcher.Created += (_, e) => Add(e.FullPath);
        _watcher.Deleted += (_, e) => Add(e.FullPath);
        _watcher.Renamed += (_, e) =>
        {
            Add(e.OldFullPath);
            Add(e.FullPath);
        };
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>The next groups of paths, from the content folder's root, with forward slashes.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<string>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await _paths.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            var group = new SortedSet<string>(StringComparer.Ordinal);
            do
            {
                while (_paths.Reader.TryRead(out var path))
                    group.Add(path);
                await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
            }
            while (_paths.Reader.TryPeek(out _));
            yield return group;
        }
    }

    public void Dispose() => _watcher.Dispose();

    private void Add(string fullPath)
    {
        var path = Path.GetRelativePath(_root, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        // Editors' own files: .x.swp, x~, #x#.
        if (!path.Split('/').Any(p => p.StartsWith('.') || p.EndsWith('~') || p.StartsWith('#')))
            _paths.Writer.TryWrite(path);
    }
}
