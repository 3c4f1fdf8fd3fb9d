using SiteFactory.Generator.Cli.Reporting;

namespace SiteFactory.Generator.Cli.Watch;

/// <summary>What the generator does while nobody saves: it stops at once when somebody does.</summary>
internal sealed class IdleWork(SiteGenerator generator, CliHost host) : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    /// <summary>Begins. Stop it before the next update.</summary>
    public void Start(CancellationToken cancellation)
    {
        _stop.Dispose();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var stop = _stop.Token;
        _work = Task.Run(() => Work(stop), CancellationToken.None);
    }

    /// <summary>Returns when it has stopped.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private void Work(CancellationToken stop)
    {
        try
        {
            PlainReport.WriteFaultList(generator.CatchUp(stop), host);
        }
        catch (OperationCanceledException)
        {
            // The next time goes on from here.
        }
        catch (IOException e)
        {
            host.Error.WriteLine(CliTexts.Format("DiskFailure", e.Message));
        }
    }
}
