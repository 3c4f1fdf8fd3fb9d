using System.Globalization;
using NodaTime;
using Quartz;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Publishing;

/// <summary>The jobs of Quartz.NET: one a site, run by a trigger for each build that waits and by one for the next moment.</summary>
public sealed class BuildSchedule(ISchedulerFactory schedulers, TimeProvider time)
{
    /// <summary>The group of the jobs; a job's name is its site's key.</summary>
    public const string Jobs = "sites";

    /// <summary>The group of the triggers of moments; a trigger's name is its site's key.</summary>
    public const string Moments = "moments";

    /// <summary>The group of the triggers of builds with all pictures; a trigger's name is its site's key.</summary>
    public const string Pictures = "pictures";

    private const string Builds = "builds";
    private const int OwnChangesFirst = 10;
    private const int Later = 5;
    private const int Last = 1;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Has the build run as soon as a worker is free; a second time for the same build changes nothing.</summary>
    public async Task RunAsync(SiteBuild build, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var key = new TriggerKey(build.Id.ToString(CultureInfo.InvariantCulture), Builds);
        if (await scheduler.Exists(key, cancellation))
            return;
        await EnsureJobAsync(scheduler, build.SiteKey, cancellation);
        var trigger = TriggerBuilder.Create(time).WithIdentity(key).ForJob(JobOf(build.SiteKey)).StartNow()
            .WithPriority(build.IsOwnChange ? OwnChangesFirst : Later).WithSchedule(Once()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellation);
    }

    /// <summary>Has the site built at that moment, or as soon after it as a worker lives; replaces the moment before.</summary>
    public async Task AtAsync(string siteKey, Instant moment, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await EnsureJobAsync(scheduler, siteKey, cancellation);
        var trigger = TriggerBuilder.Create(time).WithIdentity(siteKey, Moments).ForJob(JobOf(siteKey)).StartAt(moment.ToDateTimeOffset())
            .WithPriority(Later).WithSchedule(Once()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellation);
    }

    /// <summary>Has the site built with all its pictures, which are made, once nothing else waits for a worker.</summary>
    public async Task WithPicturesAsync(string siteKey, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await EnsureJobAsync(scheduler, siteKey, cancellation);
        var trigger = TriggerBuilder.Create(time).WithIdentity(siteKey, Pictures).ForJob(JobOf(siteKey)).StartNow()
            .WithPriority(Last).WithSchedule(Once()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellation);
    }

    private static JobKey JobOf(string siteKey) => new(siteKey, Jobs);

    private static SimpleScheduleBuilder Once() =>
        SimpleScheduleBuilder.Create().WithRepeatCount(0).WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow);

    private async Task EnsureJobAsync(IScheduler scheduler, string siteKey, CancellationToken cancellation)
    {
        lock (_known)
        {
            if (_known.Contains(siteKey))
                return;
        }
        if (!await scheduler.Exists(JobOf(siteKey), cancellation))
        {
            var job = JobBuilder.Create<BuildJob>().WithIdentity(JobOf(siteKey)).StoreDurably().RequestRecovery().Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellation);
        }
        lock (_known)
            _known.Add(siteKey);
    }
}
