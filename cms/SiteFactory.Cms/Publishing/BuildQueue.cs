using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Delivery.Webhooks;
using SiteFactory.Content.Faults;
using SiteFactory.Generator;

namespace SiteFactory.Cms.Publishing;

/// <summary>What kept a site from being published, as the database keeps it.</summary>
/// <param name="File">Path in the content folder; null when the machine is at fault.</param>
public sealed record BuildFault(bool IsError, string? File, int? Line, string Message, string Cure);

/// <summary>The builds that wait, run and were done, in the database.</summary>
public sealed class BuildQueue(CmsDbContext database, IClock clock)
{
    private const int MostFaults = 20;

    /// <summary>
    /// Takes every build of the site that waits, and those that a process left behind when it died: the scheduler runs one job of a
    /// site at a time, so whatever still says "running" has nobody any more.
    /// </summary>
    public async Task<IReadOnlyList<SiteBuild>> ClaimAsync(string siteKey, string worker, CancellationToken cancellation)
    {
        var builds = await Open(siteKey).OrderBy(b => b.Id).ToListAsync(cancellation);
        foreach (var build in builds)
            (build.State, build.StartedAt, build.Worker) = (BuildState.Running, clock.GetCurrentInstant(), worker);
        await database.SaveChangesAsync(cancellation);
        return builds;
    }

    /// <summary>A build that nobody asked for: a moment came.</summary>
    public SiteBuild Begin(string siteKey, string worker)
    {
        var now = clock.GetCurrentInstant();
        return new() { SiteKey = siteKey, Cause = BuildCause.Moment, State = BuildState.Running, QueuedAt = now, StartedAt = now, Worker = worker };
    }

    /// <summary>Writes down what became of the builds. What changed nothing for the public and was nobody's own doing leaves no trace.</summary>
    public async Task FinishAsync(IReadOnlyList<SiteBuild> builds, BuiltSiteResult result, CancellationToken cancellation)
    {
        var failed = result.Report?.Outcome == SiteOutcome.Refused;
        var isNew = result.Report?.Outcome == SiteOutcome.Built;
        foreach (var build in builds)
        {
            build.Revision = Math.Max(build.Revision, result.Revision);
            build.Pages = result.Report?.Pages ?? 0;
            build.Rendered = result.Report?.Rendered ?? 0;
            build.Release = isNew ? result.Report!.Release : null;
            Close(build, failed ? BuildState.Failed : BuildState.Done, failed ? Json(result.Faults) : null);
            Keep(build, failed || isNew || build.IsOwnChange);
        }
        // Several changes in one release are one message.
        if (builds.Count > 0)
            await WebhookQueue.AddAsync(database, builds[^1], clock.GetCurrentInstant(), cancellation);
        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>The machine did not allow it.</summary>
    public async Task FailAsync(IReadOnlyList<SiteBuild> builds, string message, CancellationToken cancellation)
    {
        foreach (var build in builds)
        {
            Close(build, BuildState.Failed, JsonSerializer.Serialize(new[] { new BuildFault(true, null, null, message, "") }));
            Keep(build, true);
        }
        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether a build of the site waits.</summary>
    public Task<bool> IsWaitingAsync(string siteKey, CancellationToken cancellation) =>
        database.SiteBuilds.AnyAsync(b => b.SiteKey == siteKey && b.State == BuildState.Waiting, cancellation);

    /// <summary>Builds that are not done, the oldest first.</summary>
    public Task<List<SiteBuild>> OpenAsync(CancellationToken cancellation) =>
        database.SiteBuilds.AsNoTracking().Where(b => b.State == BuildState.Waiting || b.State == BuildState.Running).OrderBy(b => b.Id).ToListAsync(cancellation);

    /// <summary>The faults of a build, errors first.</summary>
    public static ImmutableArray<BuildFault> FaultsOf(SiteBuild build) =>
        build.Faults is null ? [] : JsonSerializer.Deserialize<ImmutableArray<BuildFault>>(build.Faults);

    private IQueryable<SiteBuild> Open(string siteKey) =>
        database.SiteBuilds.Where(b => b.SiteKey == siteKey && (b.State == BuildState.Waiting || b.State == BuildState.Running));

    private void Close(SiteBuild build, BuildState state, string? faults)
    {
        build.State = state;
        build.FinishedAt = clock.GetCurrentInstant();
        build.Faults = faults;
    }

    private void Keep(SiteBuild build, bool keep)
    {
        var isKnown = database.Entry(build).State != EntityState.Detached;
        if (keep && !isKnown)
            database.SiteBuilds.Add(build);
        else if (!keep && isKnown)
            database.SiteBuilds.Remove(build);
    }

    private static string Json(ImmutableArray<Fault> faults) => JsonSerializer.Serialize(
        faults.OrderByDescending(f => f.Severity).Take(MostFaults).Select(f => new BuildFault(f.Severity == FaultSeverity.Error, f.File, f.Line, f.Message, f.Cure)));
}
