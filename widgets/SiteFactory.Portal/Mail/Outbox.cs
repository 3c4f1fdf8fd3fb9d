using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using SiteFactory.Portal.Data;

namespace SiteFactory.Portal.Mail;

/// <summary>Sends what waits. A message that was sent is forgotten; one that cannot be sent for a week is given up, and logged.</summary>
public sealed class Outbox(PortalDbContext db, IPortalMail mail, IClock clock, ILogger<Outbox> log)
{
    private const int AtOnce = 50;
    private static readonly Duration GiveUp = Duration.FromDays(7);

    /// <summary>Sends the messages whose time has come; gives how many left.</summary>
    public async Task<int> SendAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var waiting = await db.Mails.Where(m => m.NotBefore <= now).OrderBy(m => m.NotBefore).Take(AtOnce).ToListAsync(cancellation);
        var sent = 0;
        foreach (var row in waiting)
            sent += await SendAsync(row, now, cancellation) ? 1 : 0;
        return sent;
    }

    private async Task<bool> SendAsync(MailRow row, Instant now, CancellationToken cancellation)
    {
        // Taken before it is sent: two machines of a cluster must not send it twice, and a crash delays it.
        var next = now + Duration.FromMinutes(Math.Min(240, 2 << Math.Min(row.Attempts, 8)));
        var taken = await db.Mails.Where(m => m.Id == row.Id && m.Attempts == row.Attempts)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.NotBefore, next), cancellation);
        if (taken == 0)
            return false;
        try
        {
            await mail.SendAsync(new(row.To, row.Subject, row.Text), cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Mail {Id} could not be sent", row.Id);
            if (row.CreatedAt + GiveUp > now)
                return false;
        }
        await db.Mails.Where(m => m.Id == row.Id).ExecuteDeleteAsync(cancellation);
        return true;
    }
}
