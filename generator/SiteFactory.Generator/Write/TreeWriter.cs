using System.Collections.Concurrent;
using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Check;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Render;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Write;

/// <summary>
/// Writes the next release of a site, or of what sites share: what did not change is the same file under a second name, the
/// rest is rendered, checked and written. Nothing is served yet.
/// </summary>
/// <param name="renderer">Null: the tree has no pages.</param>
internal sealed class TreeWriter(Tree tree, ReleaseStore store, ReleaseMemory memory, SiteRenderer? renderer, OutputWriter output, RendererPool renderers, Action<int> progress)
{
    private readonly ConcurrentDictionary<string, ManifestEntry> _entries = new();
    private readonly ConcurrentBag<Fault> _faults = [];
    private readonly ConcurrentBag<PictureOutput> _pictures = [];
    private int _rendered;
    private int _reused;

    /// <summary>Keep nothing of the release before.</summary>
    public bool Clean { get; init; }

    /// <summary>Writes the release, unless the served one already is this plan's.</summary>
    public WrittenRelease Write(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var previousId = Clean ? null : store.Current;
        var previous = previousId is null ? null : memory.ManifestOf(previousId, store);
        if (previous is not null && previous.Precompressed != output.Precompresses)
            previous = null;
        if (previous is not null && previous.Plan == tree.Inputs)
            return new(null, 0, tree.Outputs.Length, 0, Facts(previous), []);

        var draft = ReleaseDraft.Begin(store, memory, tree, previousId, previous);
        output.Note(draft.Touched);
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(
            Partitioner.Create(0, tree.Outputs.Length, Math.Clamp(tree.Outputs.Length / 16, 1, 64)),
            parallel,
            range => WriteRange(range.Item1, range.Item2, draft));
        Parallel.ForEach(_pictures.GroupBy(p => p.Media), parallel, group => MakePictures([.. group], draft, cancel));

        var manifest = new ReleaseManifest { Plan = tree.Inputs, Precompressed = output.Precompresses };
        foreach (var (path, entry) in _entries)
            manifest.Entries[path] = entry;
        return new(draft.Id, _rendered, _reused, manifest.Entries.Values.Sum(e => e.Length), Facts(manifest), [.. _faults])
        {
            Manifest = manifest,
            Touched = draft.TouchedIsAll ? draft.Touched : null,
        };
    }

    private void WriteRange(int from, int to, ReleaseDraft draft)
    {
        using var lease = renderers.Take();
        var scanner = new MainScanner();
        var done = 0;
        for (var i = from; i < to; i++)
        {
            var planned = tree.Outputs[i];
            if (draft.Keep(planned) is { } kept)
            {
                _entries[planned.Path] = kept;
                Interlocked.Increment(ref _reused);
            }
            else if (planned is PictureOutput picture)
            {
                _pictures.Add(picture);
                continue;
            }
            else
            {
                _entries[planned.Path] = Produce(planned, draft, lease.Renderer, scanner);
                Interlocked.Increment(ref _rendered);
            }
            done++;
        }
        progress(done);
    }

    private ManifestEntry Produce(PlannedOutput planned, ReleaseDraft draft, FragmentRenderer fragments, MainScanner scanner)
    {
        var path = Path.Combine(draft.Folder, planned.Path);
        switch (planned)
        {
            case PageOutput page:
                var rendered = renderer!.Render(page, fragments);
                var (facts, problems) = scanner.Scan(rendered.Bytes.AsSpan(rendered.Main));
                foreach (var problem in problems)
                    _faults.Add(PageFaults.Of(problem, page, tree.Key));
                return new(planned.Inputs, rendered.Bytes.Length, output.Save(path, planned.Path, rendered.Bytes), facts, []);
            case MediaOutput copy:
                return new(planned.Inputs, output.Copy(copy.Media, path), CompressedForms.None, null, []);
            case DataOutput data:
                var bytes = data.Bytes().Span;
                return new(planned.Inputs, bytes.Length, output.Save(path, planned.Path, bytes, shared: planned.Path.StartsWith("assets/", StringComparison.Ordinal)), null, []);
            case LinkOutput link:
                output.LinkTo(link.Target, path);
                return new(planned.Inputs, 0, CompressedForms.None, null, []);
            case BundleOutput bundle:
                return new BundleWriter(bundle, draft, output).Write();
            default:
                throw new InvalidOperationException($"No way to write {planned.GetType().Name}.");
        }
    }

    private void MakePictures(ImmutableArray<PictureOutput> pictures, ReleaseDraft draft, CancellationToken cancel)
    {
        var source = PictureSource.Of(pictures[0].Media, output.Media);
        var encoding = output.Encoder.EncodeAsync(source, [.. pictures.Select(p => p.Variant)], cancel).GetAwaiter().GetResult();
        if (encoding.Fault is { } fault)
        {
            // Another site's picture is that site's to mend: this one is published without it.
            _faults.Add(fault.Site == tree.Key ? fault : fault with { Severity = FaultSeverity.Warning });
            return;
        }
        for (var i = 0; i < pictures.Length; i++)
        {
            _entries[pictures[i].Path] = Publish(pictures[i], encoding.Files[i], Path.Combine(draft.Folder, pictures[i].Path));
        }
        Interlocked.Add(ref _rendered, pictures.Length);
        progress(pictures.Length);
    }

    // A drawing is text, and worth compressing; a picture is compressed already.
    private ManifestEntry Publish(PictureOutput picture, string file, string path)
    {
        if (picture.Variant.Format != PictureFormat.Svg)
            return new(picture.Inputs, output.Link(file, path), CompressedForms.None, null, []);
        var bytes = File.ReadAllBytes(file);
        return new(picture.Inputs, bytes.Length, output.Save(path, picture.Path, bytes, shared: true), null, []);
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

    /// <summary>All that is not safe on the disk yet; null: anything may not be.</summary>
    public TouchedFiles? Touched { get; init; }
}
