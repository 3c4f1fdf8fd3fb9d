using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Governance;

/// <summary>One site at a glance.</summary>
public sealed record SiteLine(string Key, string Name, string Domain, string Built, string Health, bool IsWell);

/// <summary>All sites and how they are.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class SitesModel(CmsDbContext database, CurrentPerson person, TerritoryTime time) : PageModel
{
    public IReadOnlyList<SiteLine> Lines { get; private set; } = [];

    /// <summary>Whether the person may make sites.</summary>
    public bool MayCreate => person.Rights.Allow(TerritoryRole.Administrator);

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var sites = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).ToListAsync(cancellation);
        var newest = await database.SiteBuilds.AsNoTracking().Where(b => b.FinishedAt != null).GroupBy(b => b.SiteKey).Select(g => g.Max(b => b.Id)).ToListAsync(cancellation);
        var builds = await database.SiteBuilds.AsNoTracking().Where(b => newest.Contains(b.Id)).ToDictionaryAsync(b => b.SiteKey, StringComparer.Ordinal, cancellation);
        Lines =
        [
            .. sites.OrderBy(s => s.Kind != SiteKind.Metropole).ThenBy(s => s.Name, StringComparer.Create(SharedTexts.French, ignoreCase: true))
                .Select(s => Line(s, builds.GetValueOrDefault(s.Key), zone)),
        ];
    }

    private static SiteLine Line(Data.Content.SiteRecord site, SiteBuild? build, NodaTime.DateTimeZone zone)
    {
        var built = build?.FinishedAt is { } at ? at.InZone(zone).LocalDateTime.ToString("d MMMM uuuu, H 'h' mm", SharedTexts.French) : GovernanceTexts.T["NeverBuilt"];
        var isWell = build is { State: BuildState.Done, Faults: null };
        var health = build switch
        {
            null => "HealthUnknown",
            { State: BuildState.Failed } => "HealthFailed",
            { Faults: not null } => "HealthRemarks",
            _ => "HealthGood",
        };
        return new(site.Key, site.Name, site.Domain, built, GovernanceTexts.T[health], isWell);
    }
}
