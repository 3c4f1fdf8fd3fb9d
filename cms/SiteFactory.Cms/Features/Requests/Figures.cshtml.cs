using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Editing;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>Numbers and delays of this body's requests.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class FiguresModel(DeskReports reports, AgentsOfSite agents, TerritoryTime time) : PageModel
{
    /// <summary>How many days back.</summary>
    [BindProperty(SupportsGet = true, Name = "jours")]
    public int Days { get; set; } = 90;

    public DeskFigures Shown { get; private set; } = null!;

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Days = Math.Clamp(Days, 1, 3660);
        Shown = await reports.FiguresAsync(agents.Current, time.Now - Duration.FromDays(Days), time.Now + Duration.FromSeconds(1), cancellation);
    }
}
