using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>How far the last change of a site is on its way to the public.</summary>
/// <param name="Subject">What was changed.</param>
public sealed record SiteProgress(BuildState State, string Subject);

/// <summary>Tells how far a site's last publication is.</summary>
public sealed class PublicationStatus(CmsDbContext database, IClock clock)
{
    private static readonly Duration StaysOnScreen = Duration.FromSeconds(20);

    /// <summary>Null when there is nothing to tell: nothing was published lately, and nothing went wrong.</summary>
    public async Task<SiteProgress?> OfAsync(string siteKey, CancellationToken cancellation)
    {
        var last = await database.Outbox.AsNoTracking().Where(o => o.SiteKey == siteKey).OrderByDescending(o => o.Id)
            .Select(o => new { o.Id, o.Subject }).FirstOrDefaultAsync(cancellation);
        if (last is null)
            return null;
        var build = await database.SiteBuilds.AsNoTracking().Where(b => b.SiteKey == siteKey && b.IsOwnChange && b.Revision >= last.Id).OrderByDescending(b => b.Id)
            .Select(b => new { b.State, b.FinishedAt }).FirstOrDefaultAsync(cancellation);
        var isOver = build is { State: BuildState.Done, FinishedAt: { } at } && at + StaysOnScreen < clock.GetCurrentInstant();
        return isOver ? null : new(build?.State ?? BuildState.Waiting, last.Subject);
    }
}
