using System.Collections.Concurrent;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Render;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Write;

/// <summary>Writes releases, and remembers from build to build what it wrote where.</summary>
internal sealed class ReleaseWriter(IMediaStore media, IPictureEncoder encoder) : IDisposable
{
    private readonly CompressionMemory _compressed = new();
    private readonly ConcurrentDictionary<string, ReleaseMemory> _memories = new();
    private readonly RendererPool _renderers = new();

    /// <summary>Writes the next release of a tree; nothing is served yet.</summary>
    /// <param name="domain">The site's, or the name of what sites share.</param>
    /// <param name="renderer">Null: the tree has no pages.</param>
    /// <param name="done">Told how many files are written or kept since it was told last.</param>
    public WrittenTree Write(Tree tree, string domain, ReleaseCard? card, SiteRenderer? renderer, BuildOptions options, Action<int> done, CancellationToken cancel)
    {
        var store = new ReleaseStore(options.Output, domain);
        var memory = _memories.GetOrAdd(domain, _ => new());
        var output = new OutputWriter(media, encoder, options.Precompress ? _compressed : null);
        return new(store, memory, new TreeWriter(tree, store, memory, renderer, output, _renderers, done) { Clean = options.Clean }.Write(cancel), card);
    }

    /// <summary>Makes ready what the next releases will be made from. Throws <see cref="OperationCanceledException"/>.</summary>
    public void MakeReady(string outputFolder, CancellationToken cancel)
    {
        var releases = _memories.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (new ReleaseStore(outputFolder, r.Key), r.Value)).ToList();
        SpareTrees.Make(outputFolder, releases, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _renderers.Dispose();
}
