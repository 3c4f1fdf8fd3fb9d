using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>The publications of every site.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritoryModel(BuildHistory history, CmsDbContext database) : PageModel
{
    /// <summary>The last publications.</summary>
    public ImmutableArray<BuildRow> Rows { get; private set; } = [];

    /// <summary>The sites' names by key.</summary>
    public IReadOnlyDictionary<string, string> Sites { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = await history.LastAsync(null, cancellation);
        Sites = await database.Sites.AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Name, StringComparer.Ordinal, cancellation);
    }
}
