using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Editing.Differences;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>A proposal beside the file as it is now.</summary>
/// <param name="Result">The file when it is published; null: somebody has changed the same lines since, and the two cannot be put together.</param>
/// <param name="Differences">What would change, in plain words.</param>
public sealed record OpenProposal(DataFileProposal Proposal, string? Result, IReadOnlyList<FieldDifference> Differences);

/// <summary>What contributors of the site propose to change in its files about everyday services, and what becomes of it.</summary>
public sealed class EverydayProposals(CmsDbContext database, CurrentSite site, CurrentPerson person, EverydayStore store, TerritoryTime time, ChangeLog log)
{
    /// <summary>Those that wait for a webmaster, the oldest first.</summary>
    public IQueryable<DataFileProposal> Waiting => database.DataFileProposals.AsNoTracking().Where(p => p.ReturnedAt == null).OrderBy(p => p.ProposedAt);

    /// <summary>This person's own, those that came back first.</summary>
    public IQueryable<DataFileProposal> Mine
    {
        get
        {
            var me = person.Person!.Id;
            return database.DataFileProposals.AsNoTracking().Where(p => p.ProposedById == me).OrderBy(p => p.ReturnedAt == null).ThenBy(p => p.ProposedAt);
        }
    }

    /// <summary>The proposal with what it would change now; null: there is none of that number.</summary>
    public async Task<OpenProposal?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await database.DataFileProposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } proposal)
            return null;
        var now = await store.TextAsync(NameOf(proposal), cancellation);
        var result = EverydayContent.Merged(proposal.Path, proposal.Before, now, proposal.Text);
        return new(proposal, result, result is null
            ? EverydayContent.Differences(proposal.Path, proposal.Before, proposal.Text)
            : EverydayContent.Differences(proposal.Path, now, result));
    }

    /// <summary>Publishes it. False: it cannot be put together, is no longer there, or somebody saves at this moment.</summary>
    /// <param name="seen">The result that the webmaster was shown: nothing else is published.</param>
    public async Task<bool> PublishAsync(OpenProposal open, string seen, CancellationToken cancellation)
    {
        if (open.Result is not { } text || EverydayContent.Print(text) != seen)
            return false;
        var proposal = open.Proposal;
        database.DataFileProposals.Remove(proposal);
        return await store.PutAsync(NameOf(proposal), text, EverydayTexts.T.Format("SubjectProposed", proposal.Subject, proposal.ProposedBy), cancellation);
    }

    /// <summary>Sends it back to its author with a word.</summary>
    public Task<bool> ReturnAsync(Guid id, string? word, CancellationToken cancellation) => ChangeAsync(id, "everyday-returned", p => p.ReturnedAt is null, proposal =>
        (proposal.Answer, proposal.ReturnedBy, proposal.ReturnedAt) = (word, person.Name, time.Now), cancellation);

    /// <summary>Takes one's own proposal back.</summary>
    public Task<bool> WithdrawAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, "everyday-withdrawn", p => p.ProposedById == person.Person!.Id, proposal => database.DataFileProposals.Remove(proposal), cancellation);

    private async Task<bool> ChangeAsync(Guid id, string action, Func<DataFileProposal, bool> allows, Action<DataFileProposal> change, CancellationToken cancellation)
    {
        if (await database.DataFileProposals.FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } proposal || !allows(proposal))
            return false;
        change(proposal);
        proposal.Version++;
        log.Journal(action, site.Key, proposal.Subject);
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private string NameOf(DataFileProposal proposal) => proposal.Path[(site.Key.Length + 1)..];
}
