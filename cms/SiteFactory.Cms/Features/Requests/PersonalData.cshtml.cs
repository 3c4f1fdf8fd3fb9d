using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Editing;
using SiteFactory.Portal.PersonalData;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>Answers people who ask for their data or its erasure, and shows what was done with personal data.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class PersonalDataModel(PersonalDataDesk desk, AgentsOfSite agents, CurrentSite site, TerritoryTime time) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The person was asked for by themselves, and nothing can be brought back: erasing asks for this tick.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public ImmutableArray<AuditLine> Register { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Register = await desk.AuditAsync(agents.Current, cancellation);
        Zone = await time.ZoneAsync(cancellation);
    }

    /// <summary>Everything kept under the address, as a zip.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation) =>
        await desk.ExportAsync(agents.Current, Email ?? "", cancellation) is { } zip ? File(zip, "application/zip", "donnees-personnelles.zip") : await NothingAsync(cancellation);

    /// <summary>Erases everything kept under the address.</summary>
    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancellation)
    {
        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), RequestWords.Texts["DataSureMissing"]);
            await OnGetAsync(cancellation);
            return Page();
        }
        var count = await desk.EraseAsync(agents.Current, Email ?? "", cancellation);
        if (count == 0)
            return await NothingAsync(cancellation);
        TempData["Done"] = count == 1 ? RequestWords.Texts["ErasedOne"] : RequestWords.Texts.Format("ErasedMany", count);
        return Redirect($"/s/{site.Key}/demandes/donnees-personnelles");
    }

    private async Task<IActionResult> NothingAsync(CancellationToken cancellation)
    {
        ModelState.AddModelError(nameof(Email), RequestWords.Texts["NothingUnderAddress"]);
        await OnGetAsync(cancellation);
        return Page();
    }
}
