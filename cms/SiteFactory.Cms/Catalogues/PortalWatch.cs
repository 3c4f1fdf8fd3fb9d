using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Catalogues;

/// <summary>Asks portals and looks at links by itself, as often as the settings say.</summary>
public sealed class PortalWatch(CatalogueRefresh catalogues, LinkCheck links, IHostApplicationLifetime life, TimeProvider time, IOptions<CmsOptions> options, ILogger<PortalWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The portal in the box is this very program: it answers once the program listens.
        await StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(() => options.Value.PortalMinutes > 0 ? catalogues.RunAsync(Duration.FromMinutes(options.Value.PortalMinutes), null, stoppingToken) : Task.CompletedTask);
            await TryAsync(() => options.Value.LinkHours > 0 ? links.RunAsync(Duration.FromHours(options.Value.LinkHours), stoppingToken) : Task.CompletedTask);
            if (!await NextAsync(timer, stoppingToken))
                return;
        }
    }

    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var now = life.ApplicationStarted.Register(() => started.TrySetResult());
        await using var never = stopping.Register(() => started.TrySetCanceled(stopping));
        await started.Task;
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "Portals or links could not be looked at; it is tried again in a minute.");
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
