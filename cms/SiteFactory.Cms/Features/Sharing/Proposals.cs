using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>What communes propose to the métropole, and what it answers.</summary>
public sealed class Proposals(CmsDbContext database, ItemStore items, TerritoryTime time, CurrentPerson person, ChangeLog log)
{
    /// <summary>Those that the request may see, the newest first.</summary>
    public IQueryable<Proposal> All => database.Proposals.AsNoTracking().OrderByDescending(p => p.ProposedAt);

    /// <summary>Whether items of this kind can be proposed.</summary>
    public static bool Concern(ContentKind kind) => kind is ContentKind.Event or ContentKind.News;

    /// <summary>The proposal of an item; null when there is none.</summary>
    public Task<Proposal?> FindAsync(Guid item, CancellationToken cancellation) => All.FirstOrDefaultAsync(p => p.ItemId == item, cancellation);

    /// <summary>Proposes what is live of a commune's item, for the first time or again.</summary>
    /// <returns>False when it cannot be: nothing is live, there is no métropole, or it waits or is accepted already.</returns>
    public async Task<bool> ProposeAsync(ItemRecord item, string? note, CancellationToken cancellation)
    {
        if (!Concern(item.Kind) || item.LiveText is null || await MetropoleAsync(cancellation) is not { } metropole || metropole == item.SiteKey)
            return false;
        var proposal = await database.Proposals.FirstOrDefaultAsync(p => p.ItemId == item.Id, cancellation);
        if (proposal is { State: ProposalState.Waiting or ProposalState.Accepted })
            return false;
        if (proposal is null)
            database.Proposals.Add(proposal = new() { ItemId = item.Id, SiteKey = item.SiteKey, ToSiteKey = metropole, ProposedBy = person.Name });
        (proposal.State, proposal.Note, proposal.ProposedAt, proposal.ProposedBy) = (ProposalState.Waiting, note, time.Now, person.Name);
        (proposal.Answer, proposal.AnsweredAt, proposal.AnsweredBy) = (null, null, null);
        return await CommitAsync(proposal, "item-proposed", item, cancellation);
    }

    /// <summary>Takes a proposal back that nobody answered yet.</summary>
    public async Task<bool> TakeBackAsync(ItemRecord item, CancellationToken cancellation)
    {
        if (await WaitingAsync(item.Id, cancellation) is not { } proposal)
            return false;
        proposal.State = ProposalState.Withdrawn;
        return await CommitAsync(proposal, "proposal-withdrawn", item, cancellation);
    }

    /// <summary>
    /// Takes the item onto the métropole's site and offers it to an audience: what the commune agreed to when it proposed it, and all of
    /// the item that this changes. In a request that is restricted to no site.
    /// </summary>
    /// <param name="audience">Besides the métropole, and whom the commune offers it to already.</param>
    /// <returns>The item; null when it is no longer live, or somebody answered meanwhile.</returns>
    public async Task<ItemRecord?> AcceptAsync(Guid id, Audience audience, string? word, CancellationToken cancellation)
    {
        if (await WaitingAsync(id, cancellation) is not { } proposal || await items.FindAsync(id, cancellation) is not { LiveText: not null } record)
            return null;
        var zone = await time.ZoneAsync(cancellation);
        items.Rewrite(record, zone, time.Now, item => WithAudience(item, Together(item.AudienceOrDefault(SiteKind.Commune), audience, proposal.ToSiteKey)));
        await ShowAsync(proposal.ToSiteKey, record, ItemProjection.Live(record, zone)!, cancellation);
        Answer(proposal, ProposalState.Accepted, word);
        return await CommitAsync(proposal, "proposal-accepted", record, cancellation) ? record : null;
    }

    /// <summary>Says no, and why.</summary>
    /// <returns>The item; null when somebody answered meanwhile.</returns>
    public async Task<ItemRecord?> RefuseAsync(Guid id, string word, CancellationToken cancellation)
    {
        if (await WaitingAsync(id, cancellation) is not { } proposal || await items.FindAsync(id, cancellation) is not { } record)
            return null;
        Answer(proposal, ProposalState.Refused, word);
        return await CommitAsync(proposal, "proposal-refused", record, cancellation) ? record : null;
    }

    private Task<Proposal?> WaitingAsync(Guid item, CancellationToken cancellation) =>
        database.Proposals.FirstOrDefaultAsync(p => p.ItemId == item && p.State == ProposalState.Waiting, cancellation);

    private async Task ShowAsync(string metropole, ItemRecord record, ContentItem live, CancellationToken cancellation)
    {
        var overlay = await database.Overlays.FirstOrDefaultAsync(o => o.SiteKey == metropole && o.ItemId == record.Id, cancellation);
        if (overlay is null)
            database.Overlays.Add(overlay = new() { SiteKey = metropole, ItemId = record.Id, UpdatedBy = person.Name });
        (overlay.Decision, overlay.SeenFingerprint) = (OverlayDecision.Accepted, Overlays.FingerprintOf(live));
        (overlay.UpdatedAt, overlay.UpdatedBy) = (time.Now, person.Name);
        overlay.Version++;
        log.Announce(metropole, record.Title, record.Id, $"{metropole}/overlays.yaml");
    }

    private void Answer(Proposal proposal, ProposalState state, string? word) =>
        (proposal.State, proposal.Answer, proposal.AnsweredAt, proposal.AnsweredBy) = (state, word, time.Now, person.Name);

    private Task<string?> MetropoleAsync(CancellationToken cancellation) =>
        database.Sites.Where(s => s.Kind == SiteKind.Metropole && s.ClosedAt == null).Select(s => s.Key).FirstOrDefaultAsync(cancellation);

    private async Task<bool> CommitAsync(Proposal proposal, string action, ItemRecord item, CancellationToken cancellation)
    {
        proposal.Version++;
        log.Journal(action, item.SiteKey, item.Title, item.Id);
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody saved the item, or answered, at the same moment.
            database.ChangeTracker.Clear();
            return false;
        }
        log.Committed();
        return true;
    }

    private static Audience Together(Audience before, Audience chosen, string metropole) => before.All || chosen.All
        ? Audience.Everyone
        : new(false, Union(before.Zones, chosen.Zones), Union(before.Sites, chosen.Sites.Add(metropole)));

    private static ImmutableArray<string> Union(ImmutableArray<string> one, ImmutableArray<string> other) => [.. one.Union(other, StringComparer.Ordinal)];

    private static ContentItem WithAudience(ContentItem item, Audience audience) => item switch
    {
        EventItem happening => happening with { Audience = audience },
        NewsItem news => news with { Audience = audience },
        _ => item,
    };
}
