using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Home;

/// <summary>The sites somebody works on; with one alone, that site's home at once.</summary>
[SignedIn]
public sealed class IndexModel(CmsDbContext database, CurrentPerson person) : PageModel
{
    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Home.HomeTexts");

    /// <summary>The métropole first, then by name.</summary>
    public IReadOnlyList<SiteRecord> Sites { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var all = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).ToListAsync(cancellation);
        Sites = [.. all.Where(s => person.Rights.Allow(s.Key, s.Kind, SiteRight.See)).OrderBy(s => s.Kind != SiteKind.Metropole).ThenBy(s => s.Name, StringComparer.Create(SharedTexts.French, ignoreCase: true))];
        return Sites.Count == 1 && person.Rights.Territory is null ? Redirect($"/s/{Sites[0].Key}/") : Page();
    }
}
