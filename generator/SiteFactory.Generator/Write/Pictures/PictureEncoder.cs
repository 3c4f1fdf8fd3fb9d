using System.Collections.Concurrent;
using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>Makes pictures through a cache; resizing is the worker's, copies are made here.</summary>
public sealed class PictureEncoder(PictureCache cache, IPictureWorker worker) : IPictureEncoder
{
    // A picture that several sites show is asked for several times at once, and made once.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<PictureEncoding> EncodeAsync(
        PictureSource source, ImmutableArray<PictureVariant> variants, CancellationToken cancellation)
    {
        if (variants.All(cache.Has))
            return Files(variants, made: 0);
        var gate = _gates.GetOrAdd(source.File, static _ => new(1, 1));
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var missing = variants.Where(v => !cache.Has(v)).ToImmutableArray();
            var fault = await MakeAsync(source, missing, cancellation).ConfigureAwait(false);
            return fault is null ? Files(variants, missing.Length) : new([], 0, fault);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await worker.DisposeAsync().ConfigureAwait(false);
        foreach (var gate in _gates.Values)
            gate.Dispose();
    }

    private PictureEncoding Files(ImmutableArray<PictureVariant> variants, int made) => new([.. variants.Select(cache.PathOf)], made, null);

    private async Task<Fault?> MakeAsync(PictureSource source, ImmutableArray<PictureVariant> variants, CancellationToken cancellation)
    {
        try
        {
            foreach (var variant in variants.Where(v => v.Work != PictureWork.Encode))
            {
                if (await CopyAsync(source, variant, cancellation).ConfigureAwait(false) is { } fault)
                    return fault;
            }
            return await EncodeMissingAsync(source, [.. variants.Where(v => v.Work == PictureWork.Encode)], cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return PictureTexts.Fault("picture-missing", "Missing", source, e.Message);
        }
    }

    private async Task<Fault?> CopyAsync(PictureSource source, PictureVariant variant, CancellationToken cancellation)
    {
        var bytes = await ReadAsync(source, cancellation).ConfigureAwait(false);
        if (variant.Work == PictureWork.Svg && SvgSafety.Danger(bytes) is { } danger)
            return PictureTexts.Fault("picture-unsafe-svg", "UnsafeSvg", source, danger);
        if (variant.Work == PictureWork.Strip)
        {
            if (MetadataStripper.Strip(bytes, variant.Format) is not { } stripped)
                return PictureTexts.Fault("picture-unreadable", "Unreadable", source, variant.Format.MediaType());
            bytes = stripped;
        }
        var temporary = cache.NewTemporary();
        await File.WriteAllBytesAsync(temporary, bytes, cancellation).ConfigureAwait(false);
        cache.Keep(temporary, variant);
        return null;
    }

    private async Task<Fault?> EncodeMissingAsync(PictureSource source, ImmutableArray<PictureVariant> variants, CancellationToken cancellation)
    {
        if (variants.IsEmpty)
            return null;
        if (PictureFormats.OfPath(source.File) == PictureFormat.Svg
            && SvgSafety.Danger(await ReadAsync(source, cancellation).ConfigureAwait(false)) is { } danger)
            return PictureTexts.Fault("picture-unsafe-svg", "UnsafeSvg", source, danger);
        var copy = source.LocalPath is null ? await CopyToDiskAsync(source, cancellation).ConfigureAwait(false) : null;
        var jobs = variants.Select(v => new PictureJob(v, cache.NewTemporary())).ToImmutableArray();
        try
        {
            var answer = await worker.MakeAsync(copy ?? source.LocalPath!, jobs, cancellation).ConfigureAwait(false);
            if (answer.Problem is { } problem)
                return PictureTexts.Fault(CodeOf(problem), problem.ToString(), source, answer.Detail ?? "");
            foreach (var job in jobs)
                cache.Keep(job.To, job.Variant);
            return null;
        }
        finally
        {
            foreach (var left in jobs.Select(j => j.To).Append(copy).OfType<string>())
                PictureCache.Discard(left);
        }
    }

    private static string CodeOf(PictureProblem problem) => problem switch
    {
        PictureProblem.Unreadable => "picture-unreadable",
        PictureProblem.TooSlow => "picture-too-slow",
        _ => "picture-crash",
    };

    private async Task<string> CopyToDiskAsync(PictureSource source, CancellationToken cancellation)
    {
        var path = cache.NewTemporary();
        await File.WriteAllBytesAsync(path, await ReadAsync(source, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return path;
    }

    private static async Task<byte[]> ReadAsync(PictureSource source, CancellationToken cancellation)
    {
        var input = source.Open();
        await using (input.ConfigureAwait(false))
        {
            var bytes = new MemoryStream();
            await input.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
            return bytes.ToArray();
        }
    }
}
