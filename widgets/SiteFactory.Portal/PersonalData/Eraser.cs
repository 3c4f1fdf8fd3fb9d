using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;

namespace SiteFactory.Portal.PersonalData;

/// <summary>Takes everything personal out of a request. Its category, commune, dates and status stay, for the statistics.</summary>
public sealed class Eraser(PortalDbContext db, IClock clock)
{
    private static readonly RequestStatus[] Closed = [RequestStatus.Done, RequestStatus.Refused];

    internal async Task EraseAsync(RequestRow row, CancellationToken cancellation)
    {
        (row.FirstName, row.LastName, row.Email, row.Phone) = (null, null, null, null);
        (row.Place, row.Latitude, row.Longitude, row.Summary) = (null, null, null, null);
        (row.AnswersJson, row.CodeSealed, row.ErasedAt) = ("{}", "", clock.GetCurrentInstant());
        if (!Closed.Contains(row.Status))
            (row.Status, row.ClosedAt) = (RequestStatus.Refused, row.ErasedAt);
        row.Version++;
        await db.SaveChangesAsync(cancellation);
        await db.Entries.Where(e => e.RequestId == row.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Text, (string?)null), cancellation);
        await db.Mails.Where(m => m.RequestId == row.Id).ExecuteDeleteAsync(cancellation);
        await UploadsAsync(db.Uploads.Where(u => u.RequestId == row.Id), cancellation);
    }

    /// <summary>Deletes files and their bytes.</summary>
    internal async Task<int> UploadsAsync(IQueryable<UploadRow> uploads, CancellationToken cancellation)
    {
        var keys = uploads.Select(u => u.Key);
        await db.UploadContents.Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(cancellation);
        return await uploads.ExecuteDeleteAsync(cancellation);
    }
}
