using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Generator.Release;

namespace SiteFactory.Cms.Publishing;

/// <summary>
/// Turns what the outbox tells into builds, one for each site that a change concerns. The builds and how far the outbox was read
/// are one transaction; the triggers follow, and whatever a crash left without one gets it here.
/// </summary>
public sealed class Dispatcher(IServiceScopeFactory scopes, SiteBuilder builder, BuildSchedule schedule, DueDrafts drafts, WakeSignal signal, IClock clock, IOptions<CmsOptions> options, ILogger<Dispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private const int LooksBetweenSweeps = 5;

    private bool _isFirst = true;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var look = 0; !stoppingToken.IsCancellationRequested; look++)
        {
            try
            {
                await drafts.PublishAsync(stoppingToken);
                await DispatchAsync(stoppingToken);
                if (look % LooksBetweenSweeps == 0)
                    await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "What waits for publication could not be looked at; it is tried again.");
            }
            await signal.WaitAsync(Look, stoppingToken);
        }
    }

    private async Task DispatchAsync(CancellationToken cancellation)
    {
        var revision = await builder.RefreshAsync(cancellation);
        var sites = builder.Concerned();
        if (sites.Count == 0 && !_isFirst)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var state = await StateAsync(database, cancellation);
        var isStart = _isFirst;
        var told = state.Dispatched;
        if (isStart && state.Dispatched == revision && state.Code == SiteBuilder.Code)
            sites = Missing(sites);
        else if (state.Dispatched >= revision && !isStart)
            sites = [];
        if (sites.Count > 0 || state.Dispatched < revision)
        {
            var builds = Builds(sites, await EntriesAsync(database, told, revision, cancellation), revision);
            database.SiteBuilds.AddRange(builds);
            (state.Dispatched, state.Code) = (Math.Max(revision, state.Dispatched), SiteBuilder.Code);
            if (!await TrySaveAsync(database, cancellation))
                return;
            foreach (var build in builds)
                await schedule.RunAsync(build, cancellation);
        }
        builder.Forget(revision);
        _isFirst = false;
    }

    /// <summary>Another worker may have told the same at the same moment: then there is nothing left to tell.</summary>
    private static async Task<bool> TrySaveAsync(CmsDbContext database, CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var build in await scope.ServiceProvider.GetRequiredService<BuildQueue>().OpenAsync(cancellation))
            await schedule.RunAsync(build, cancellation);
    }

    private IReadOnlyList<string> Missing(IEnumerable<string> sites)
    {
        var built = new BuiltSites(options.Value.Output).All().Select(s => s.Card.Key).ToHashSet(StringComparer.Ordinal);
        return [.. sites.Where(s => !built.Contains(s))];
    }

    private static async Task<PublicationState> StateAsync(CmsDbContext database, CancellationToken cancellation)
    {
        if (await database.PublicationStates.SingleOrDefaultAsync(cancellation) is { } state)
            return state;
        state = new();
        database.PublicationStates.Add(state);
        return state;
    }

    private static Task<List<OutboxEntry>> EntriesAsync(CmsDbContext database, long after, long upTo, CancellationToken cancellation) =>
        database.Outbox.AsNoTracking().Where(o => o.Id > after && o.Id <= upTo).OrderBy(o => o.Id).ToListAsync(cancellation);

    private List<SiteBuild> Builds(IReadOnlyList<string> sites, List<OutboxEntry> entries, long revision) =>
        [.. sites.Select(site => BuildCauses.Build(site, entries, revision, clock.GetCurrentInstant())).OrderByDescending(b => b.IsOwnChange)];
}
