using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>One run of worker.mjs: requests go in, answers come back in any order. Once dead it stays dead.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // How long a worker may take to end by itself when asked to.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<WorkerAnswer>> _pending = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly TaskCompletionSource<WorkerAnswer> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private int _lastId;
    private volatile bool _dead;

    private WorkerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = ReadAnswersAsync();
    }

    /// <summary>Whether requests can still be sent.</summary>
    public bool IsAlive => !_dead;

    /// <summary>Starts the worker and waits until it has loaded sharp.</summary>
    public static async Task<WorkerProcess> StartAsync(PictureWorkerOptions options, string encoderVersion)
    {
        var worker = new WorkerProcess(Launch(options));
        var answer = await worker._ready.Task.ConfigureAwait(false);
        if (answer.Ready == encoderVersion)
            return worker;
        await worker.DisposeAsync().ConfigureAwait(false);
        throw answer switch
        {
            { Missing: { } missing } => new PictureToolException(PictureTexts.Format("NoSharp", missing)),
            { Ready: { } other } => new PictureToolException(PictureTexts.Format("OtherSharp", other, encoderVersion)),
            _ => new PictureToolException(PictureTexts.Format("Failing", answer.Failure ?? "")),
        };
    }

    /// <summary>Sends a request and waits. Throws <see cref="WorkerDiedException"/> when the worker ends before it answers.</summary>
    public async Task<WorkerAnswer> AskAsync(Func<int, WorkerRequest> request, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _pending[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await SendAsync(JsonSerializer.Serialize(request(id), WorkerJson.Default.WorkerRequest)).ConfigureAwait(false);
            if (_dead)
                throw new WorkerDiedException("");
            return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    /// <summary>Ends the worker now; requests under way fail.</summary>
    public void Kill()
    {
        _dead = true;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }

    /// <summary>Lets the worker end: it does when its input ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _dead = true;
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(Grace).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            Kill();
        }
        await _reading.ConfigureAwait(false);
        _process.Dispose();
        _writing.Dispose();
    }

    private static Process Launch(PictureWorkerOptions options)
    {
        var start = new ProcessStartInfo(options.Node, [options.Script, options.ModulesFrom])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        try
        {
            return Process.Start(start) ?? throw new PictureToolException(PictureTexts.Format("NoNode", options.Node));
        }
        catch (Win32Exception e)
        {
            throw new PictureToolException(PictureTexts.Format("NoNode", options.Node), e);
        }
    }

    private async Task SendAsync(string line)
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            await _process.StandardInput.WriteLineAsync(line).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw new WorkerDiedException(e.Message, e);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAnswersAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerAnswer) is not { } answer)
                continue;
            if (answer.Id is not { } id)
                _ready.TrySetResult(answer);
            else if (_pending.TryGetValue(id, out var waiting))
                waiting.TrySetResult(answer);
        }
        _dead = true;
        var lastWords = FirstLine(await _errors.ConfigureAwait(false));
        _ready.TrySetResult(new(null, null, null, null, lastWords));
        foreach (var waiting in _pending.Values)
            waiting.TrySetException(new WorkerDiedException(lastWords));
    }

    private static string FirstLine(string text) => text.AsSpan().Trim().ToString().Split('\n')[0];
}

/// <summary>The worker ended before it answered.</summary>
internal sealed class WorkerDiedException(string message, Exception? inner = null) : Exception(message, inner);
