using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;
using Quartz;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Generator.Release;
using SiteFactory.Serving;
using SiteFactory.Themes.Territoire;
using SiteFactory.Theming;

namespace SiteFactory.Cms.Publishing;

/// <summary>The parts of publication; a process that only answers people has no scheduler.</summary>
internal static class PublishingServices
{
    private const string SchedulerName = "SiteFactory";
    private const int BuildsAtOnce = 2;

    // A worker that was killed is noticed after both together.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public static void AddPublishing(this IServiceCollection services, CmsOptions options)
    {
        services.AddSingleton<ITheme, TerritoireTheme>();
        services.AddSingleton<ContentMirror>();
        services.AddSingleton<WakeSignal>();
        services.AddSingleton<IPublicationSignal>(provider => provider.GetRequiredService<WakeSignal>());
        services.AddScoped<BuildQueue>();
        services.AddSingleton(provider => new BuiltSites(provider.GetRequiredService<IOptions<CmsOptions>>().Value.Output));
        services.AddSingleton(provider => new HostRouter(provider.GetRequiredService<BuiltSites>(), liveReload: null));
        if (options.Role != CmsRole.Web)
            services.AddBuilding(options);
    }

    private static void AddBuilding(this IServiceCollection services, CmsOptions options)
    {
        services.AddSingleton<SiteBuilder>();
        services.AddSingleton<BuildSchedule>();
        services.AddSingleton<DueDrafts>();
        services.AddScheduler(options);
        services.AddHostedService<Dispatcher>();
        services.AddHostedService<CatchingUp>();
        if (options.Database == DatabaseKind.PostgreSql)
            services.AddHostedService<OutboxListener>();
    }

    private static void AddScheduler(this IServiceCollection services, CmsOptions options)
    {
        services.AddSingleton<TimeProvider>(provider => new ClockTimeProvider(provider.GetRequiredService<IClock>()));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = SchedulerName;
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(2);
            });
            quartz.UseDefaultThreadPool(BuildsAtOnce);
            quartz.UsePersistentStore(store => Store(store, options));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Store(IPersistentStoreBuilder store, CmsOptions options)
    {
        store.ConfigureStore(jobs =>
        {
            jobs.TablePrefix = JobTables.Prefix;
            jobs.StoreJobDataAsStrings = true;
        });
        if (options.Database == DatabaseKind.Sqlite)
        {
            store.UseSqlite(SqliteFactory.Instance, DatabaseSetup.ConnectionString(options));
            return;
        }
        store.UsePostgres(NpgsqlFactory.Instance, DatabaseSetup.ConnectionString(options));
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = CheckIn;
            cluster.CheckinMisfireThreshold = Grace;
        });
    }
}
