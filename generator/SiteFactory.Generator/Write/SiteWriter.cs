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
/// Writes one site's next release: what did not change is the same file under a second name, the rest is rendered, checked
/// and written. Nothing is served yet.
/// </summary>
internal sealed class SiteWriter(SitePlan plan, ReleaseStore store, SiteRenderer renderer, OutputWriter output, RendererPool renderers, Action<int> progress)
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
        var previousId = Clean ? null : store.Current;
        var previous = previousId is null ? null : ReleaseManifest.TryRead(store.ManifestOf(previousId));
        if (previous is not null && previous.Precompressed != output.Precompresses)
            previous = null;
        if (previous is not null && previous.Plan == plan.Inputs)
            return new(null, 0, plan.Outputs.Length, 0, Facts(previous), []);

        var id = store.Begin(plan.Inputs);
        var folder = store.FolderOf(id);
        var old = previous is null ? null : store.FolderOf(previousId!);
        CreateFolders(folder);
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(
            Partitioner.Create(0, plan.Outputs.Length, Math.Clamp(plan.Outputs.Length / 16, 1, 64)),
            parallel,
            range => WriteRange(range.Item1, range.Item2, folder, previous, old));
        Parallel.ForEach(_pictures.GroupBy(p => p.Media), parallel, group => MakePictures([.. group], folder, cancel));

        var manifest = new ReleaseManifest { Plan = plan.Inputs, Precompressed = output.Precompresses };
        foreach (var (path, entry) in _entries)
            manifest.Entries[path] = entry;
        return new(id, _rendered, _reused, manifest.Entries.Values.Sum(e => e.Length), Facts(manifest), [.. _faults]) { Manifest = manifest };
    }

    private void WriteRange(int from, int to, string folder, ReleaseManifest? previous, string? old)
    {
        using var lease = renderers.Take();
        var scanner = new MainScanner();
        var done = 0;
        for (var i = from; i < to; i++)
        {
            var planned = plan.Outputs[i];
            var path = Path.Combine(folder, planned.Path);
            if (old is not null && Reuse(planned, path, previous!, old))
                Interlocked.Increment(ref _reused);
            else if (planned is PictureOutput picture)
            {
                _pictures.Add(picture);
                continue;
            }
            else
            {
                _entries[planned.Path] = Produce(planned, path, lease.Renderer, scanner);
                Interlocked.Increment(ref _rendered);
            }
            done++;
        }
        progress(done);
    }

    private bool Reuse(PlannedOutput planned, string path, ReleaseManifest previous, string old)
    {
        if (!previous.Entries.TryGetValue(planned.Path, out var entry) || entry.Inputs != planned.Inputs)
            return false;
        var source = Path.Combine(old, planned.Path);
        var linked = planned is BundleOutput
            ? LinkBundle(source, path, entry.Bundle)
            : LinkForms(source, path, entry.Compressed);
        if (linked)
            _entries[planned.Path] = entry;
        return linked;
    }

    private static bool LinkBundle(string source, string path, ImmutableArray<BundleFile> files)
    {
        if (files.All(f => LinkBundleFile(source, path, f)))
            return true;
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        return false;
    }

    private static bool LinkBundleFile(string source, string path, BundleFile file)
    {
        var target = Path.Combine(path, file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return LinkForms(Path.Combine(source, file.Name), target, file.Compressed);
    }

    // All forms or none: what is then made anew finds its names free.
    private static bool LinkForms(string source, string path, CompressedForms forms)
    {
        if (Posix.TryLink(source, path)
            && (!forms.HasFlag(CompressedForms.Gzip) || Posix.TryLink(source + ".gz", path + ".gz"))
            && (!forms.HasFlag(CompressedForms.Brotli) || Posix.TryLink(source + ".br", path + ".br")))
            return true;
        File.Delete(path);
        File.Delete(path + ".gz");
        return false;
    }

    private ManifestEntry Produce(PlannedOutput planned, string path, FragmentRenderer fragments, MainScanner scanner)
    {
        switch (planned)
        {
            case PageOutput page:
                var rendered = renderer.Render(page, fragments);
                var (facts, problems) = scanner.Scan(rendered.Bytes.AsSpan(rendered.Main));
                foreach (var problem in problems)
                    _faults.Add(PageFaults.Of(problem, page, plan.Site.Key));
                return new(planned.Inputs, rendered.Bytes.Length, output.Save(path, planned.Path, rendered.Bytes), facts, []);
            case MediaOutput copy:
                return new(planned.Inputs, output.Copy(copy.Media, path), CompressedForms.None, null, []);
            case DataOutput data:
                var bytes = data.Bytes().Span;
                return new(planned.Inputs, bytes.Length, output.Save(path, planned.Path, bytes, shared: planned.Path.StartsWith("assets/", StringComparison.Ordinal)), null, []);
            case BundleOutput bundle:
                return ProduceBundle(bundle, path);
            default:
                throw new InvalidOperationException($"No way to write {planned.GetType().Name}.");
        }
    }

    private ManifestEntry ProduceBundle(BundleOutput bundle, string folder)
    {
        var files = bundle.Files();
        var kept = ImmutableArray.CreateBuilder<BundleFile>(files.Count);
        long length = 0;
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            kept.Add(new(file.Path, output.Save(path, bundle.Path + file.Path, file.Content, shared: bundle.Path == Addresses.TerritorySearchIndex[1..])));
            length += file.Content.Length;
        }
        return new(bundle.Inputs, length, CompressedForms.None, null, kept.MoveToImmutable());
    }

    private void MakePictures(ImmutableArray<PictureOutput> pictures, string folder, CancellationToken cancel)
    {
        var source = PictureSource.Of(pictures[0].Media, output.Media);
        var encoding = output.Encoder.EncodeAsync(source, [.. pictures.Select(p => p.Variant)], cancel).GetAwaiter().GetResult();
        if (encoding.Fault is { } fault)
        {
            // Another site's picture is that site's to mend: this one is published without it.
            _faults.Add(fault.Site == plan.Site.Key ? fault : fault with { Severity = FaultSeverity.Warning });
            return;
        }
        for (var i = 0; i < pictures.Length; i++)
        {
            _entries[pictures[i].Path] = Publish(pictures[i], encoding.Files[i], Path.Combine(folder, pictures[i].Path));
        }
        Interlocked.Add(ref _rendered, pictures.Length);
        progress(pictures.Length);
    }

    // A drawing is text, and worth compressing; a picture is compressed already.
    private ManifestEntry Publish(PictureOutput picture, string file, string path)
    {
        if (picture.Variant.Format != PictureFormat.Svg)
            return new(picture.Inputs, OutputWriter.Link(file, path), CompressedForms.None, null, []);
        var bytes = File.ReadAllBytes(file);
        return new(picture.Inputs, bytes.Length, output.Save(path, picture.Path, bytes, shared: true), null, []);
    }

    private void CreateFolders(string root)
    {
        var made = new HashSet<string>();
        foreach (var planned in plan.Outputs)
        {
            var slash = planned.Path.LastIndexOf('/');
            if (slash > 0 && made.Add(planned.Path[..slash]))
                Directory.CreateDirectory(OutputFolder.PathIn(root, planned.Path[..slash]));
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
