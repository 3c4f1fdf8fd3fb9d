using NodaTime;
using Quartz;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Publishing;

/// <summary>Builds one site. The cluster runs one job of a site at a time, and another worker takes over when this one dies.</summary>
[DisallowConcurrentExecution]
public sealed class BuildJob(BuildQueue queue, SiteBuilder builder, BuildSchedule schedule, IClock clock, ILogger<BuildJob> logger) : IJob
{
    private static readonly Duration RetryAfter = Duration.FromMinutes(1);

    private static readonly string Worker = Environment.MachineName + ":" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var site = context.JobDetail.Key.Name;
        var allPictures = context.Trigger.Key.Group == BuildSchedule.Pictures;
        var isMoment = allPictures || context.Trigger.Key.Group == BuildSchedule.Moments;
        Instant? next = null;
        do
        {
            var builds = await queue.ClaimAsync(site, Worker, cancellationToken);
            if (builds.Count == 0 && !isMoment)
                break;
            isMoment = false;
            next = await BuildAsync(site, builds.Count == 0 ? [queue.Begin(site, Worker)] : builds, allPictures, cancellationToken);
        }
        while (await queue.IsWaitingAsync(site, cancellationToken));
        if (next is { } moment)
            await schedule.AtAsync(site, moment, cancellationToken);
    }

    private async Task<Instant?> BuildAsync(string site, IReadOnlyList<SiteBuild> builds, bool allPictures, CancellationToken cancellation)
    {
        using var activity = Telemetry.StartBuild(site);
        try
        {
            var result = await builder.BuildAsync(site, allPictures, cancellation);
            await queue.FinishAsync(builds, result, cancellation);
            Telemetry.Built(site, builds, clock.GetCurrentInstant());
            logger.LogInformation("{Site}: {Outcome}, {Rendered} files made anew at revision {Revision}.", site, result.Report?.Outcome.ToString() ?? "taken off", result.Report?.Rendered ?? 0, result.Revision);
            return result.NextMoment;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "{Site} could not be built; it is tried again in a minute.", site);
            await queue.FailAsync(builds, e.Message, cancellation);
            return clock.GetCurrentInstant() + RetryAfter;
        }
    }
}
