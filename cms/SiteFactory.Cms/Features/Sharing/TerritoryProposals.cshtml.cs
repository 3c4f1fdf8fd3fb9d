using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>A proposal in the list.</summary>
public sealed record ProposalLine(Proposal Proposal, string Title, ContentKind Kind, string Commune);

/// <summary>What communes propose to the territory, for the communication team.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritoryProposalsModel(Proposals proposals, CmsDbContext database, TerritoryTime time) : PageModel
{
    private const int AnsweredShown = 20;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ProposalLine> Waiting { get; private set; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ProposalLine> Answered { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Zone = await time.ZoneAsync(cancellation);
        var waiting = await LinesAsync(proposals.All.Where(p => p.State == ProposalState.Waiting), cancellation);
        Waiting = [.. waiting.OrderBy(l => l.Proposal.ProposedAt)];
        Answered = await LinesAsync(proposals.All.Where(p => p.AnsweredAt != null).OrderByDescending(p => p.AnsweredAt).Take(AnsweredShown), cancellation);
    }

    private Task<List<ProposalLine>> LinesAsync(IQueryable<Proposal> of, CancellationToken cancellation) =>
        (from proposal in of
         join item in database.Items.AsNoTracking() on proposal.ItemId equals item.Id
         join site in database.Sites.AsNoTracking() on proposal.SiteKey equals site.Key
         select new ProposalLine(proposal, item.Title, item.Kind, site.Name)).ToListAsync(cancellation);
}
