using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Publishing;

/// <summary>What publication tells to whoever watches: a trace for each build, how long they take and how long people wait.</summary>
public static class Telemetry
{
    /// <summary>The name of the traces' source and of the meter.</summary>
    public const string Name = "SiteFactory.Cms";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>("sitefactory.publication.duration", "s", "From the save to the live site.");

    private static readonly Counter<long> Builds = Meter.CreateCounter<long>("sitefactory.builds", "{build}", "Builds by site and outcome.");

    /// <summary>The trace of a build.</summary>
    public static Activity? StartBuild(string site)
    {
        var activity = Source.StartActivity("build");
        activity?.SetTag("sitefactory.site", site);
        return activity;
    }

    /// <summary>Builds of a site are done.</summary>
    public static void Built(string site, IReadOnlyList<SiteBuild> builds, Instant now)
    {
        foreach (var build in builds)
        {
            var tags = new TagList { { "sitefactory.site", site }, { "sitefactory.outcome", build.State.ToString() }, { "sitefactory.cause", build.Cause.ToString() } };
            Builds.Add(1, tags);
            Waits.Record((now - build.QueuedAt).TotalSeconds, tags);
        }
    }
}
