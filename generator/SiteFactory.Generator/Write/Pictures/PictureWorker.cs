using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>
/// Keeps one long-lived worker process with a few pictures in flight; starts it with the first picture. When it dies, each
/// picture that was in it is tried again alone, so that the one that kills it is found and the others are made.
/// </summary>
public sealed class PictureWorker(PictureWorkerOptions options) : IPictureWorker, IPictureCleaner
{
    private readonly SemaphoreSlim _slots = new(options.InFlight, options.InFlight);
    private readonly SemaphoreSlim _starting = new(1, 1);
    private WorkerProcess? _process;

    /// <inheritdoc/>
    public async Task<PictureAnswer> MakeAsync(string sourcePath, ImmutableArray<PictureJob> jobs, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var process = await CurrentAsync(cancellation).ConfigureAwait(false);
            return await AskAsync(process, sourcePath, jobs, cancellation).ConfigureAwait(false);
        }
        catch (WorkerDiedException)
        {
            return await MakeAloneAsync(sourcePath, jobs, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<CleanedPicture> CleanAsync(string sourcePath, string to, PictureLimits limits, PictureFormat? format, CancellationToken cancellation)
    {
        // A process of its own, ended at once: what a stranger sent must not harm the pictures that come after it.
        await _slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var alone = await WorkerProcess.StartAsync(options, PictureSettings.EncoderVersion).ConfigureAwait(false);
            await using (alone.ConfigureAwait(false))
                return await CleanAsync(alone, sourcePath, new(to, format?.Extension(), limits.Pixels, limits.Frames, limits.Edge), cancellation).ConfigureAwait(false);
        }
        catch (WorkerDiedException e)
        {
            return new(PictureRefusal.Unreadable, e.Message, null, 0, 0);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<CleanedPicture> CleanAsync(WorkerProcess process, string sourcePath, WorkerCleaning cleaning, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            var answer = await process.AskAsync(id => new(id, Path.GetFullPath(sourcePath), [], cleaning), limit.Token).ConfigureAwait(false);
            return answer switch
            {
                { Failure: { } failure } => throw new PictureToolException(PictureTexts.Format("Failing", failure)),
                { Refused: "pixels" } => new(PictureRefusal.TooManyPixels, null, null, answer.Width, answer.Height),
                { Refused: "frames" } => new(PictureRefusal.TooManyFrames, null, null, answer.Width, answer.Height),
                { Format: { } made } => new(null, null, PictureFormats.OfPath("x." + made), answer.Width, answer.Height),
                _ => new(PictureRefusal.Unreadable, answer.Error ?? answer.Refused, null, 0, 0),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill();
            return new(PictureRefusal.TooSlow, null, null, 0, 0);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync().ConfigureAwait(false);
        _slots.Dispose();
        _starting.Dispose();
    }

    private async Task<WorkerProcess> CurrentAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_process is { IsAlive: true } alive)
                return alive;
            if (_process is { } dead)
                await dead.DisposeAsync().ConfigureAwait(false);
            _process = null;
            return _process = await WorkerProcess.StartAsync(options, PictureSettings.EncoderVersion).ConfigureAwait(false);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<PictureAnswer> MakeAloneAsync(string sourcePath, ImmutableArray<PictureJob> jobs, CancellationToken cancellation)
    {
        var alone = await WorkerProcess.StartAsync(options, PictureSettings.EncoderVersion).ConfigureAwait(false);
        await using (alone.ConfigureAwait(false))
        {
            try
            {
                return await AskAsync(alone, sourcePath, jobs, cancellation).ConfigureAwait(false);
            }
            catch (WorkerDiedException e)
            {
                return new(PictureProblem.Crash, e.Message);
            }
        }
    }

    private async Task<PictureAnswer> AskAsync(
        WorkerProcess process, string sourcePath, ImmutableArray<PictureJob> jobs, CancellationToken cancellation)
    {
        var variants = jobs.Select(j => WorkerVariant.Of(j, sourcePath)).ToImmutableArray();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            var answer = await process.AskAsync(id => new(id, Path.GetFullPath(sourcePath), variants), limit.Token).ConfigureAwait(false);
            return answer switch
            {
                { Failure: { } failure } => throw new PictureToolException(PictureTexts.Format("Failing", failure)),
                { Error: { } error } => new(PictureProblem.Unreadable, error),
                _ => PictureAnswer.Done,
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill();
            return new(PictureProblem.TooSlow, options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture));
        }
    }
}
