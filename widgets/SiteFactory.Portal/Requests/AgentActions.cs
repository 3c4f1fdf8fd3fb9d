using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Mail;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Requests;

/// <summary>What came of an agent's action.</summary>
public enum ActionOutcome
{
    Done,

    /// <summary>Not there, or not theirs.</summary>
    NotFound,

    /// <summary>Somebody changed it since the agent looked.</summary>
    Changed,

    /// <summary>Nothing to do: an empty text, an unknown body.</summary>
    Invalid,
}

/// <summary>What agents do with requests. Every action names the version that its agent saw.</summary>
public sealed class AgentActions(PortalDbContext db, IPortalTerritory territory, NoticeWriter notices, IClock clock)
{
    private const int LongestText = 5000;

    /// <summary>Writes to the citizen and says where the request stands now; each may stand alone.</summary>
    public Task<ActionOutcome> ReplyAsync(PortalAgent agent, long id, int version, string? text, RequestStatus? status, CancellationToken cancellation) =>
        ChangeAsync(agent, id, version, async row =>
        {
            var (words, moves) = (Text(text), status is { } to && to != row.Status);
            // A refusal says why.
            if ((words is null && !moves) || (status == RequestStatus.Refused && words is null && moves))
                return false;
            if (moves)
            {
                Entry(row, agent, EntryKind.Status).Status = status;
                Move(row, status!.Value);
            }
            if (words is not null)
                Entry(row, agent, EntryKind.Message).Text = words;
            await notices.TellCitizenAsync(row, cancellation);
            return true;
        }, cancellation);

    /// <summary>Writes for agents only.</summary>
    public Task<ActionOutcome> NoteAsync(PortalAgent agent, long id, int version, string? text, CancellationToken cancellation) =>
        ChangeAsync(agent, id, version, row =>
        {
            if (Text(text) is not { } words)
                return Task.FromResult(false);
            Entry(row, agent, EntryKind.Note).Text = words;
            return Task.FromResult(true);
        }, cancellation);

    /// <summary>Hands the request to another body: the thread goes with it, and the sender sees it no more.</summary>
    public async Task<ActionOutcome> TransferAsync(PortalAgent agent, long id, int version, string body, string? note, CancellationToken cancellation)
    {
        if ((await territory.CurrentAsync(cancellation)).Body(body) is null)
            return ActionOutcome.Invalid;
        return await ChangeAsync(agent, id, version, async row =>
        {
            if (row.Body == body)
                return false;
            if (Text(note) is { } words)
                Entry(row, agent, EntryKind.Note).Text = words;
            Entry(row, agent, EntryKind.Transfer).ToBody = body;
            (row.Body, row.AssignedTo, row.AssignedName) = (body, null, null);
            await notices.TellBodyAsync(row, cancellation);
            await notices.TellCitizenAsync(row, cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>Says which agent looks after it; null: nobody.</summary>
    public Task<ActionOutcome> AssignAsync(PortalAgent agent, long id, int version, string? to, string? name, CancellationToken cancellation) =>
        ChangeAsync(agent, id, version, row =>
        {
            if (row.AssignedTo == to)
                return Task.FromResult(false);
            (row.AssignedTo, row.AssignedName) = (to, to is null ? null : name);
            Entry(row, agent, EntryKind.Assignment).Text = row.AssignedName;
            return Task.FromResult(true);
        }, cancellation);

    /// <summary>Corrects what it is about by hand; the body that handles it stays.</summary>
    public Task<ActionOutcome> RecategorizeAsync(PortalAgent agent, long id, int version, string category, string label, CancellationToken cancellation) =>
        ChangeAsync(agent, id, version, row =>
        {
            if (row.Category == category || !category.StartsWith(row.FormSlug, StringComparison.Ordinal))
                return Task.FromResult(false);
            Entry(row, agent, EntryKind.Note).Text = $"{row.CategoryLabel} → {label}";
            (row.Category, row.CategoryLabel) = (category, label);
            return Task.FromResult(true);
        }, cancellation);

    private async Task<ActionOutcome> ChangeAsync(PortalAgent agent, long id, int version, Func<RequestRow, Task<bool>> change, CancellationToken cancellation)
    {
        if (await AgentDesk.Mine(db, agent).FirstOrDefaultAsync(r => r.Id == id && r.ErasedAt == null, cancellation) is not { } row)
            return ActionOutcome.NotFound;
        if (row.Version != version)
            return ActionOutcome.Changed;
        if (!await change(row))
            return ActionOutcome.Invalid;
        (row.UpdatedAt, row.Version) = (clock.GetCurrentInstant(), row.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return ActionOutcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ActionOutcome.Changed;
        }
    }

    private void Move(RequestRow row, RequestStatus to)
    {
        var now = clock.GetCurrentInstant();
        row.Status = to;
        row.ClosedAt = StatusWords.IsClosed(to) ? now : null;
        row.PurgeAt = Retention.End(now, row.RetentionMonths + (row.ClosedAt is null ? Retention.OpenMonths : 0));
    }

    private EntryRow Entry(RequestRow row, PortalAgent agent, EntryKind kind)
    {
        var entry = new EntryRow
        {
            RequestId = row.Id,
            At = clock.GetCurrentInstant(),
            Kind = kind,
            Author = EntryAuthor.Agent,
            AgentName = agent.Name,
            Body = row.Body,
        };
        row.Entries.Add(entry);
        return entry;
    }

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 and <= LongestText } words ? words : null;
}
