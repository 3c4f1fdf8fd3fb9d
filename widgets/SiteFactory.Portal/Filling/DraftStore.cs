using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Filling;

/// <summary>Forms under way, kept on the server until they are sent or their time is over.</summary>
internal sealed class DraftStore(PortalDbContext db, IClock clock, PortalOptions options)
{
    public DraftRow Create(FormDefinition form, TrackingCode code, Answers answers, string? from)
    {
        var now = clock.GetCurrentInstant();
        var draft = new DraftRow
        {
            CodeHash = code.Hash(),
            FormSlug = form.Slug,
            AnswersJson = answers.ToJson(),
            From = from,
            CreatedAt = now,
            ExpiresAt = now + Duration.FromDays(options.DraftDays),
        };
        db.Drafts.Add(draft);
        return draft;
    }

    /// <summary>The draft of that code, or null when there is none or its time is over.</summary>
    public async Task<DraftRow?> FindAsync(TrackingCode code, CancellationToken cancellation)
    {
        var (hash, now) = (code.Hash(), clock.GetCurrentInstant());
        return await db.Drafts.FirstOrDefaultAsync(d => d.CodeHash == hash && d.ExpiresAt > now, cancellation);
    }

    /// <summary>Keeps the answers. False: the same page was sent twice at once, and the other one was kept.</summary>
    public async Task<bool> SaveAsync(DraftRow draft, Answers answers, CancellationToken cancellation)
    {
        draft.AnswersJson = answers.ToJson();
        draft.Version++;
        draft.ExpiresAt = clock.GetCurrentInstant() + Duration.FromDays(options.DraftDays);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
