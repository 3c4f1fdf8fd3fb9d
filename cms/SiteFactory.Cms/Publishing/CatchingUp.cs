using Microsoft.EntityFrameworkCore;

namespace SiteFactory.Cms.Publishing;

/// <summary>
/// Does what nobody waits for when no build does: a save is live once its pages are, and the search over the territory, the second
/// trees and the slowest pictures follow.
/// </summary>
public sealed class CatchingUp(IServiceScopeFactory scopes, SiteBuilder builder, BuildSchedule schedule, ILogger<CatchingUp> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Look, stoppingToken);
            try
            {
                if (builder.OwesCatchUp && await NothingWaitsAsync(stoppingToken))
                    await CatchUpAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // A build came first.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "What follows the builds could not be done; it is tried again.");
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        foreach (var site in await builder.CatchUpAsync(cancellation))
            await schedule.WithPicturesAsync(site, cancellation);
    }

    // Nor anything that the dispatcher has still to tell: at a first start, the sites come before their search.
    private async Task<bool> NothingWaitsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Data.CmsDbContext>();
        var told = await database.PublicationStates.AsNoTracking().Select(s => (long?)s.Dispatched).SingleOrDefaultAsync(cancellation) ?? -1;
        return told >= (await database.Outbox.MaxAsync(o => (long?)o.Id, cancellation) ?? 0)
            && (await scope.ServiceProvider.GetRequiredService<BuildQueue>().OpenAsync(cancellation)).Count == 0;
    }
}
