using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Write;

namespace SiteFactory.Generator;

/// <summary>One site's part of a build.</summary>
/// <param name="Release">Null: the site is refused.</param>
internal sealed record SiteWork(SiteReport Report, WrittenTree? Release)
{
    public static SiteWork Of(SitePlan plan, WrittenTree release)
    {
        var written = release.Written;
        var outcome = written.Id is null ? SiteOutcome.Unchanged : SiteOutcome.Built;
        return new(
            new(plan.Site.Key, plan.Site.Name, plan.Site.Domain, outcome, Pages(plan), plan.Outputs.Length, written.Rendered, written.Reused, written.Bytes, written.Id ?? release.Store.Current),
            release);
    }

    public static SiteWork Refused(Site site, SitePlan? plan) =>
        new(new(site.Key, site.Name, site.Domain, SiteOutcome.Refused, plan is null ? 0 : Pages(plan), plan?.Outputs.Length ?? 0, 0, 0, 0, null), null);

    private static int Pages(SitePlan plan) => plan.Outputs.Count(o => o is PageOutput);
}
