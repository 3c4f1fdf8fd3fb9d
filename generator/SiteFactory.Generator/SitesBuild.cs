using System.Collections.Concurrent;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Check;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Render;
using SiteFactory.Generator.Write;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator;

/// <summary>One build of some sites of a territory, up to their written releases.</summary>
/// <param name="broken">Keys of sites whose content cannot be read whole: they are planned for their faults, and refused.</param>
/// <param name="faults">Gets what is wrong.</param>
internal sealed class SitesBuild(TerritoryScope territory, BuildOptions options, ReleaseWriter writer, IReadOnlySet<string> broken, ProgressCounter counter, ConcurrentBag<Fault> faults)
{
    private readonly SharedMains _shared = new();

    /// <summary>The plans of the sites, for the next build.</summary>
    public ConcurrentDictionary<string, PlannedSite> Planned { get; } = new();

    /// <summary>Builds the sites on all processors.</summary>
    /// <param name="before">The plans of the build before: those that still hold are not made again.</param>
    /// <returns>In the order of the keys.</returns>
    public SiteWork[] Build(IReadOnlyList<string> keys, IReadOnlyDictionary<string, PlannedSite> before, CancellationToken cancel)
    {
        var works = new SiteWork[keys.Count];
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.For(0, keys.Count, parallel, i => works[i] = Build(keys[i], before.GetValueOrDefault(keys[i]), cancel));
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<PictureToolException>().FirstOrDefault() is { } missing)
        {
            throw new PictureToolException(missing.Message, e);
        }
        return works;
    }

    private SiteWork Build(string key, PlannedSite? before, CancellationToken cancel)
    {
        var site = territory.Snapshot.Sites[key].Site;
        try
        {
            return Build(key, site, Plan(key, before), cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException && !IsOfTheMachine(e))
        {
            faults.Add(Fault.Error("build-failed", key, $"{key}/site.yaml", null, null, GeneratorTexts.Format("FaultSiteFailed", e.Message), GeneratorTexts.Get("FaultRenderFailedCure")));
            return SiteWork.Refused(site, null);
        }
        finally
        {
            if (options.Once)
                territory.Leave(key);
        }
    }

    private SiteWork Build(string key, Site site, SitePlan plan, CancellationToken cancel)
    {
        AddAll(plan.Faults);
        if (broken.Contains(key) || plan.Faults.Any(IsError))
            return SiteWork.Refused(site, plan);
        counter.Expect(plan.Outputs.Length);
        var tree = writer.Write(new(key, plan.Outputs, plan.Inputs), site.Domain, CardOf(plan), new(territory.Settings.Theme, plan.Shell, _shared), options, counter.Done, cancel);
        var found = tree.Written.Faults.Concat(new LinkCheck(plan, tree.Written.Facts, options.Once ? new() : tree.Memory.Links).Faults()).ToList();
        AddAll(found);
        if (!found.Exists(IsError))
            return SiteWork.Of(plan, tree);
        if (tree.Written.Id is { } unwanted)
            tree.Store.Abandon(unwanted);
        return SiteWork.Refused(site, plan);
    }

    private SitePlan Plan(string key, PlannedSite? before)
    {
        var scope = territory.Site(key);
        if (before?.Plan is { } same && before.StillHolds(scope.View, territory))
        {
            Planned[key] = before;
            return same;
        }
        var plan = SitePlanner.Plan(territory, key);
        if (!options.Once)
            Planned[key] = PlannedSite.Of(options.KeepsPlans ? plan : null, scope);
        return plan;
    }

    private ReleaseCard CardOf(SitePlan plan) => new(
        plan.Site.Key,
        plan.Site.Name,
        plan.Site.Domain,
        plan.Site.Kind == SiteKind.Metropole,
        plan.Site.Population,
        plan.Shell.Logo?.Src,
        plan.Outputs.Count(o => o is PageOutput),
        plan.Redirects)
    {
        FormTargets = plan.FormTargets,
        FrameSources = plan.FrameSources,
        Provisional = options is { Pictures: true, Avif: false },
    };

    private void AddAll(IEnumerable<Fault> found)
    {
        foreach (var fault in found)
            faults.Add(fault);
    }

    /// <summary>A fault of the machine ends the build; any other is one site's alone.</summary>
    public static bool IsOfTheMachine(Exception e) =>
        e is PictureToolException || (e is AggregateException many && many.Flatten().InnerExceptions.Any(IsOfTheMachine));

    private static bool IsError(Fault fault) => fault.Severity == FaultSeverity.Error;
}
