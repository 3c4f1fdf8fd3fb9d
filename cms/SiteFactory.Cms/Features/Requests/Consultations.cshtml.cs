using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Citizens;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>The public consultations that this body asks.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class ConsultationsModel(ConsultationDesk desk, AgentsOfSite agents) : PageModel
{
    public IReadOnlyList<ConsultationLine> Lines { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await desk.ListAsync(agents.Current, cancellation);
}
