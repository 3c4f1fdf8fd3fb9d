using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Audit;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Features.Governance;

/// <summary>Who did what, when.</summary>
[TerritoryAccess(TerritoryRole.Administrator)]
public sealed class JournalModel(CmsDbContext database, TerritoryTime time) : PageModel
{
    private const int Lines = 50;

    private NodaTime.DateTimeZone _zone = NodaTime.DateTimeZone.Utc;

    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Entries older than this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public bool HasMore => Entries.Count == Lines;

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    /// <summary>In the territory's time.</summary>
    public string When(AuditEntry entry) => entry.At.InZone(_zone).LocalDateTime.ToString("d MMM uuuu, H 'h' mm", SharedTexts.French);

    /// <summary>The name of the entry's site; empty for what is about the whole territory.</summary>
    public string? SiteName(AuditEntry entry) => Sites.FirstOrDefault(s => s.Value.Length > 0 && s.Value == entry.SiteKey)?.Text ?? entry.SiteKey;

    /// <summary>Reads a page of it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _zone = await time.ZoneAsync(cancellation);
        var entries = database.Audit.AsNoTracking();
        if (!string.IsNullOrEmpty(Site))
            entries = entries.Where(e => e.SiteKey == Site);
        if (!string.IsNullOrWhiteSpace(Q))
            entries = entries.Where(e => e.Target.Contains(Q) || e.PersonName.Contains(Q) || e.Action.Contains(Q));
        if (Before is { } before)
            entries = entries.Where(e => e.Id < before);
        Entries = await entries.OrderByDescending(e => e.Id).Take(Lines).ToListAsync(cancellation);
        Sites = [new(GovernanceTexts.T["AllSites"], ""), .. await database.Sites.AsNoTracking().OrderBy(s => s.Name).Select(s => new SelectListItem(s.Name, s.Key)).ToListAsync(cancellation)];
    }
}
