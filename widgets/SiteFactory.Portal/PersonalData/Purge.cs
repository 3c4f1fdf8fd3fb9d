using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;

namespace SiteFactory.Portal.PersonalData;

/// <summary>What a purge took away.</summary>
public sealed record PurgeReport(int Requests, int Drafts, int Files, int AuditLines);

/// <summary>Takes away what is kept past its time: requests' personal data, drafts, files of nobody, old nonces, old lines of the register.</summary>
public sealed class Purge(PortalDbContext db, Eraser eraser, IClock clock)
{
    private const int AtOnce = 200;

    // The register itself tells who asked what about whom: it goes after the longest retention.
    private static readonly Duration AuditKept = Duration.FromDays(365 * 3);

    // A file is saved a moment before its draft knows it.
    private static readonly Duration OrphanAge = Duration.FromHours(1);

    public async Task<PurgeReport> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var requests = 0;
        while (await db.Requests.Where(r => r.PurgeAt <= now && r.ErasedAt == null).OrderBy(r => r.Id).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } due)
        {
            foreach (var row in due)
                await eraser.EraseAsync(row, cancellation);
            requests += due.Count;
            db.ChangeTracker.Clear();
        }
        var old = db.Drafts.Where(d => d.ExpiresAt <= now).Select(d => (long?)d.Id);
        var files = await eraser.UploadsAsync(db.Uploads.Where(u => old.Contains(u.DraftId)), cancellation);
        var drafts = await db.Drafts.Where(d => d.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        files += await OrphansAsync(now, cancellation);
        await db.Nonces.Where(n => n.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        var limit = now - AuditKept;
        return new(requests, drafts, files, await db.Audit.Where(a => a.At < limit).ExecuteDeleteAsync(cancellation));
    }

    private async Task<int> OrphansAsync(Instant now, CancellationToken cancellation)
    {
        var limit = now - OrphanAge;
        var drafts = db.Drafts.Select(d => (long?)d.Id);
        return await eraser.UploadsAsync(db.Uploads.Where(u => u.RequestId == null && u.At < limit && !drafts.Contains(u.DraftId)), cancellation);
    }
}
