using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SiteFactory.Portal.Mail;
using SiteFactory.Portal.PersonalData;

namespace SiteFactory.Portal.Schedule;

/// <summary>Sends waiting mail every few seconds and runs the purge at the start and every six hours. Safe on several machines at once.</summary>
internal sealed class PortalSchedule(IServiceScopeFactory scopes, TimeProvider time, ILogger<PortalSchedule> log) : BackgroundService
{
    private static readonly TimeSpan MailEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EveryAsync(MailEvery, async s => await s.GetRequiredService<Outbox>().SendAsync(stoppingToken), stoppingToken),
        EveryAsync(PurgeEvery, PurgeAsync, stoppingToken));

    private async Task PurgeAsync(IServiceProvider services)
    {
        var report = await services.GetRequiredService<Purge>().RunAsync(CancellationToken.None);
        log.LogInformation("Purge: {Requests} requests, {Drafts} drafts, {Files} files", report.Requests, report.Drafts, report.Files);
    }

    private async Task EveryAsync(TimeSpan period, Func<IServiceProvider, Task> work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(period, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "A task of the portal failed; it is tried again later");
            }
        }
        while (!stopping.IsCancellationRequested && await WaitAsync(timer, stopping));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
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
