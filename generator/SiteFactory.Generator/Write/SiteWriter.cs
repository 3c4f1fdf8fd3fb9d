using System.Collections.Concurrent;
using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Check;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Render;

namespace SiteFactory.Generator.Write;

/// <summary>
/// Writes one site's next release: what did not change is the same file under a second name, the rest is rendered, checked
/// and written. Nothing is served yet.
/// </summary>
internal sealed class SiteWriter(SitePlan plan, ReleaseStore store, SiteRenderer renderer, IMediaStore media, RendererPool renderers, Action<int> progress)
{
    private readonly ConcurrentDictionary<string, ManifestEntry> _entries = new();
    private readonly ConcurrentBag<Fault> _faults = [];
    private int _rendered;
    private int _reused;

    /// <summary>Keep nothing of the release before.</summary>
    public bool Clean { get; init; }

    /// <summary>Writes the release, unless the served one already is this plan's.</summary>
    public WrittenRelease Write(CancellationToken cancel)
    {
        var previousId = Clean ? null : store.Current;
        var previous = previousId is null ? null : ReleaseManifest.TryRead(store.ManifestOf(previousId));
        if (previous is not null && previous.Plan == plan.Inputs)
            return new(null, 0, plan.Outputs.Length, 0, Facts(previous), []);

        var id = store.Begin(plan.Inputs);
        var folder = store.FolderOf(id);
        var old = previousId is null ? null : store.FolderOf(previousId);
        CreateFolders(folder);
        Parallel.ForEach(
            Partitioner.Create(0, plan.Outputs.Length, Math.Clamp(plan.Outputs.Length / 16, 1, 64)),
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            range => WriteRange(range.Item1, range.Item2, folder, previous, old));

        var manifest = new ReleaseManifest { Plan = plan.Inputs };
        foreach (var (path, entry) in _entries)
            manifest.Entries[path] = entry;
        return new(id, _rendered, _reused, manifest.Entries.Values.Sum(e => e.Length), Facts(manifest), [.. _faults]) { Manifest = manifest };
    }

    private void WriteRange(int from, int to, string folder, ReleaseManifest? previous, string? old)
    {
        using var lease = renderers.Take();
        var scanner = new MainScanner();
        for (var i = from; i < to; i++)
        {
            var output = plan.Outputs[i];
            var path = Path.Combine(folder, output.Path);
            if (old is not null && Reuse(output, path, previous!, old))
                Interlocked.Increment(ref _reused);
            else
            {
                Produce(output, path, lease.Renderer, scanner);
                Interlocked.Increment(ref _rendered);
            }
        }
        progress(to - from);
    }

    private bool Reuse(PlannedOutput output, string path, ReleaseManifest previous, string old)
    {
        if (!previous.Entries.TryGetValue(output.Path, out var entry) || entry.Inputs != output.Inputs)
            return false;
        if (!Posix.TryLink(Path.Combine(old, output.Path), path))
            return false;
        _entries[output.Path] = entry;
        return true;
    }

    private void Produce(PlannedOutput output, string path, FragmentRenderer fragments, MainScanner scanner)
    {
        PageFacts? facts = null;
        long length;
        switch (output)
        {
            case PageOutput page:
                var rendered = renderer.Render(page, fragments);
                (facts, var problems) = scanner.Scan(rendered.Bytes.AsSpan(rendered.Main));
                foreach (var problem in problems)
                    _faults.Add(PageFaults.Of(problem, page, plan.Site.Key));
                length = Save(path, rendered.Bytes);
                break;
            case MediaOutput copy:
                length = Copy(copy.Media, path);
                break;
            case DataOutput data:
                length = Save(path, data.Bytes().Span);
                break;
            default:
                throw new InvalidOperationException($"No way to write {output.GetType().Name}.");
        }
        _entries[output.Path] = new(output.Inputs, length, CompressedForms.None, facts);
    }

    private static long Save(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, bytes, 0);
        return bytes.Length;
    }

    private long Copy(MediaItem item, string path)
    {
        using var source = media.OpenRead(item);
        using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        source.CopyTo(target);
        return target.Length;
    }

    private void CreateFolders(string root)
    {
        var made = new HashSet<string>();
        foreach (var output in plan.Outputs)
        {
            var slash = output.Path.LastIndexOf('/');
            if (slash > 0 && made.Add(output.Path[..slash]))
                Directory.CreateDirectory(Path.Combine(root, output.Path[..slash]));
        }
    }

    private static Dictionary<string, PageFacts> Facts(ReleaseManifest manifest)
    {
        var facts = new Dictionary<string, PageFacts>();
        foreach (var (path, entry) in manifest.Entries)
        {
            if (entry.Facts is { } found)
                facts[path] = found;
        }
        return facts;
    }
}

/// <summary>A release on disk, not served yet.</summary>
/// <param name="Id">Null: the served release already is what was planned.</param>
/// <param name="Rendered">Files made anew.</param>
/// <param name="Reused">Files kept from the release before.</param>
/// <param name="Bytes">Of all files, uncompressed; 0 when nothing changed.</param>
internal sealed record WrittenRelease(
    string? Id,
    int Rendered,
    int Reused,
    long Bytes,
    IReadOnlyDictionary<string, PageFacts> Facts,
    ImmutableArray<Fault> Faults)
{
    public ReleaseManifest? Manifest { get; init; }
}
