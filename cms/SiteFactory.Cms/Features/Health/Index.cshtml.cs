using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Features.EServices;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Publishing;
using SiteFactory.Content.Faults;

namespace SiteFactory.Cms.Features.Health;

/// <summary>"Santé du site": everything that is wrong, in plain words, with its cure and the way to the very field.</summary>
[SiteAccess(SiteRight.See)]
public sealed class IndexModel(CmsDbContext database, CurrentSite site, TerritoryReading reading, FullCheck check, HealthFaults faults, HealthReview review, ServiceHealth services, EditContexts contexts) : PageModel
{
    /// <summary>The gravest first.</summary>
    public IReadOnlyList<HealthLine> Lines { get; private set; } = [];

    /// <summary>The last publication; null: none yet.</summary>
    public SiteBuild? Build { get; private set; }

    /// <summary>The last complete check; null: none since the program started.</summary>
    public FullCheckResult? Full { get; private set; }

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Tells what is known.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        Build = await database.SiteBuilds.AsNoTracking().Where(b => b.SiteKey == site.Key).OrderByDescending(b => b.Id).FirstOrDefaultAsync(cancellation);
        Full = check.Last(site.Key);
        var now = await reading.NowAsync(cancellation);
        // What builds warn of démarches is looked at as it is now.
        var known = now.Loaded.Faults.Where(f => f.Site == site.Key || f.Site is null).Concat(Newest()).Where(f => !ServiceHealth.IsToldHere(f));
        Lines = [.. (await faults.LinesAsync(site.Key, known, cancellation)).Concat(await review.LinesAsync(cancellation)).Concat(await services.LinesAsync(cancellation)).DistinctBy(l => (l.Where, l.Text)).OrderBy(l => l.Level)];
    }

    /// <summary>Checks every page of the site now.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await check.RunAsync(site.Key, cancellation);
        TempData["Done"] = HealthTexts.T["Checked"];
        return RedirectToPage();
    }

    /// <summary>Of the last publication or of the last complete check, whichever came later.</summary>
    private IEnumerable<Fault> Newest() =>
        Full is { } full && !(Build?.FinishedAt > full.At) ? full.Faults.AsEnumerable() : Stored(Build);

    private List<Fault> Stored(SiteBuild? build) => build is null
        ? []
        : [.. BuildQueue.FaultsOf(build).Select(f => new Fault("build", f.IsError ? FaultSeverity.Error : FaultSeverity.Warning, site.Key, f.File ?? "", f.Line, null, f.Message, f.Cure))];
}
