using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>The site's pages as a tree.</summary>
[SiteAccess(SiteRight.See)]
public sealed class IndexModel(ItemStore items) : PageModel
{
    private const int Deepest = 5;

    /// <summary>Parents before their children.</summary>
    public IReadOnlyList<ItemRecord> Pages { get; private set; } = [];

    /// <summary>How far below the top a page stands.</summary>
    public int Depth(ItemRecord page) => Math.Min(Deepest, page.Key.Count(c => c == '/'));

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var pages = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Page).ToListAsync(cancellation);
        Pages = [.. pages.OrderBy(p => p.Key.Replace('/', '\u0001'), StringComparer.Ordinal)];
    }
}
