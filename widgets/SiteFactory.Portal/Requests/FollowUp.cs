using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Mail;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Requests;

/// <summary>A request as its citizen reaches it: by its code alone.</summary>
internal sealed class FollowUp(PortalDbContext db, RequestViews views, UploadStore uploads, UploadGate gate, NoticeWriter notices, IClock clock)
{
    /// <summary>No citizen writes more in one message.</summary>
    public const int LongestMessage = 4000;

    private const int MostFiles = 3;
    private const int MostAttempts = 20;

    public async Task<RequestRow?> FindAsync(TrackingCode code, CancellationToken cancellation)
    {
        var hash = code.Hash();
        return await db.Requests.FirstOrDefaultAsync(r => r.CodeHash == hash, cancellation);
    }

    public Task<CitizenRequest> ViewAsync(RequestRow row, CancellationToken cancellation) => views.CitizenAsync(row, cancellation);

    /// <summary>Adds a message, a photograph, or both. Gives what was refused.</summary>
    public async Task<ImmutableArray<string>> WriteAsync(
        RequestRow row, string text, IReadOnlyList<(string Name, Stream Content)> files, CancellationToken cancellation)
    {
        var verdicts = new List<UploadVerdict>();
        foreach (var (name, content) in files.Take(MostFiles))
            verdicts.Add(await gate.AdmitAsync(name, content, FieldType.File, cancellation));
        var kept = verdicts.Select(v => v.File).OfType<CleanFile>().ToList();
        if (text.Length > 0 || kept.Count > 0)
            await AddUntilKeptAsync(row, text, kept, cancellation);
        return [.. verdicts.Select(v => v.Problem).OfType<string>()];
    }

    /// <summary>An agent who works on the request at this very moment makes the message come a moment later, never lost.</summary>
    private async Task AddUntilKeptAsync(RequestRow row, string text, List<CleanFile> files, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AddAsync(row, text, files, cancellation);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                db.ChangeTracker.Clear();
                var id = row.Id;
                row = await db.Requests.FirstAsync(r => r.Id == id, cancellation);
            }
        }
    }

    private async Task AddAsync(RequestRow row, string text, List<CleanFile> files, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var entry = new EntryRow
        {
            RequestId = row.Id,
            At = now,
            Kind = EntryKind.Message,
            Author = EntryAuthor.Citizen,
            Text = text.Length == 0 ? null : text,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Entries.Add(entry);
        // An answer ends the wait for it.
        if (row.Status == RequestStatus.Waiting)
            row.Status = RequestStatus.InProgress;
        (row.UpdatedAt, row.Version) = (now, row.Version + 1);
        await db.SaveChangesAsync(cancellation);
        foreach (var file in files)
        {
            uploads.Keep(file, null, u =>
            {
                u.RequestId = row.Id;
                u.EntryId = entry.Id;
            });
        }
        await notices.TellBodyOfMessageAsync(row, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
