using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Publishing;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>A site's publications, and the way back to an earlier release.</summary>
[SiteAccess(SiteRight.See)]
[HandlerAccess("Rollback", SiteRight.Manage)]
public sealed class IndexModel(BuildHistory history, Rollbacks rollbacks, CurrentSite site, TerritoryTime time) : PageModel
{
    /// <summary>The release to go back to.</summary>
    [BindProperty]
    public string? Release { get; set; }

    /// <summary>The last publications.</summary>
    public ImmutableArray<BuildRow> Rows { get; private set; } = [];

    /// <summary>The earlier releases that are kept, the newest first.</summary>
    public IReadOnlyList<SelectListItem> Releases { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = await history.LastAsync(site.Key, cancellation);
        var zone = await time.ZoneAsync(cancellation);
        Releases = [.. rollbacks.Of(site.Key).Select(r => new SelectListItem(
            ProgressLine.Texts.Format("RollbackLine", BuildRow.Written(r.BuiltAt, zone), Pages(r.Pages)), r.Id))];
    }

    /// <summary>Serves that release again.</summary>
    public async Task<IActionResult> OnPostRollbackAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(Release))
            ModelState.AddModelError(nameof(Release), ProgressLine.Texts["RollbackMissing"]);
        else if (!await rollbacks.ToAsync(site.Key, Release, cancellation))
            ModelState.AddModelError(nameof(Release), ProgressLine.Texts["RollbackGone"]);
        if (ModelState.IsValid)
        {
            TempData["Done"] = ProgressLine.Texts["RolledBack"];
            return Redirect($"/s/{site.Key}/publications");
        }
        await OnGetAsync(cancellation);
        return Page();
    }

    private static string Pages(int count) => ProgressLine.Texts.Format(count < 2 ? "RollbackPage" : "RollbackPages", count.ToString(SharedTexts.French));
}
