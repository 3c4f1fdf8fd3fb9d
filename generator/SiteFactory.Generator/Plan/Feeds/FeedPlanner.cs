using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan.Feeds;

/// <summary>The files beside the pages: feeds, calendars, map data, sitemap, manifest.</summary>
internal sealed class FeedPlanner(SiteScope site, SiteShell shell, IReadOnlyList<PageOutput> pages)
{
    public IEnumerable<PlannedOutput> Plan()
    {
        _ = site;
        _ = shell;
        _ = pages;
        return [];
    }
}
