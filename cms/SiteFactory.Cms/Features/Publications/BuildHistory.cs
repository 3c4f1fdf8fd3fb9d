using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Publishing;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>The last publications, the newest first.</summary>
public sealed class BuildHistory(CmsDbContext database, TerritoryTime time)
{
    private const int Lines = 50;

    /// <summary>Those of a site, or of every site.</summary>
    public async Task<ImmutableArray<BuildRow>> LastAsync(string? siteKey, CancellationToken cancellation)
    {
        var builds = await database.SiteBuilds.AsNoTracking().Where(b => siteKey == null || b.SiteKey == siteKey)
            .OrderByDescending(b => b.Id).Take(Lines).ToListAsync(cancellation);
        var zone = await time.ZoneAsync(cancellation);
        var items = await ItemsAsync(builds, cancellation);
        return [.. builds.Select(b => BuildRow.Of(b, zone, items))];
    }

    private async Task<Dictionary<string, (string Title, string Link)>> ItemsAsync(IEnumerable<SiteBuild> builds, CancellationToken cancellation)
    {
        var paths = builds.SelectMany(b => BuildQueue.FaultsOf(b)).Select(f => f.File).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
            return [];
        var items = await database.Items.AsNoTracking().Where(i => i.LivePath != null && paths.Contains(i.LivePath)).ToListAsync(cancellation);
        return items.DistinctBy(i => i.LivePath).ToDictionary(i => i.LivePath!, Place, StringComparer.Ordinal);
    }

    private static (string Title, string Link) Place(ItemRecord item) => (item.Title, ItemAddresses.Edit(item));
}
