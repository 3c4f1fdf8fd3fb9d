using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Editing;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>What people answered to one consultation: counts for each answer, free texts, and a table of everything.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class ConsultationModel(ConsultationDesk desk, AgentsOfSite agents, TerritoryTime time) : PageModel
{
    public ConsultationFigures Shown { get; private set; } = null!;

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>Shows them; another body's consultation is not there.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FiguresAsync(agents.Current, slug, cancellation) is not { } figures)
            return NotFound();
        (Shown, Zone) = (figures, await time.ZoneAsync(cancellation));
        return Page();
    }

    /// <summary>One answer a line, for spreadsheets.</summary>
    public async Task<IActionResult> OnGetTableAsync(string slug, CancellationToken cancellation) =>
        await desk.CsvAsync(agents.Current, slug, cancellation) is { } csv ? File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", slug + ".csv") : NotFound();
}
