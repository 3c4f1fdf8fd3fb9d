using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>Offers of one state.</summary>
public sealed record OfferGroup(Verdict Verdict, IReadOnlyList<OfferLine> Lines);

/// <summary>The inbox: what others offer, with why it is shown, waits or is refused.</summary>
[SiteAccess(SiteRight.See, Post = SiteRight.Publish)]
public sealed class InboxModel(Offers offers, Overlays overlays, Proposals proposals, ItemStore items, CurrentSite site, CurrentPerson person) : PageModel
{
    private const int ProposedShown = 20;

    /// <summary>What waits first.</summary>
    public IReadOnlyList<OfferGroup> Groups { get; private set; } = [];

    /// <summary>What the site itself proposed to the métropole, the newest first.</summary>
    public IReadOnlyList<(Proposal Proposal, string Title)> Proposed { get; private set; } = [];

    /// <summary>Proposals of communes that wait for the métropole, whose site this is.</summary>
    public int ProposalsWaiting { get; private set; }

    /// <summary>Whether the person may accept and refuse here.</summary>
    public bool MayDecide => person.Rights.Allow(site.Key, site.Record!.Kind, SiteRight.Publish);

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = (await offers.ForAsync(site.Key, cancellation)).ToLookup(o => o.Verdict);
        Groups = [new(Verdict.Pending, [.. all[Verdict.Pending]]), new(Verdict.Shown, [.. all[Verdict.Shown]]), new(Verdict.Refused, [.. all[Verdict.Refused]])];
        ProposalsWaiting = person.Rights.Allow(TerritoryRole.Communication) ? await proposals.All.CountAsync(p => p.ToSiteKey == site.Key && p.State == ProposalState.Waiting, cancellation) : 0;
        Proposed = await ProposedAsync(cancellation);
    }

    private async Task<IReadOnlyList<(Proposal Proposal, string Title)>> ProposedAsync(CancellationToken cancellation)
    {
        var own = await proposals.All.Where(p => p.SiteKey == site.Key).Join(items.Items, p => p.ItemId, i => i.Id, (p, i) => new { p, i.Title }).Take(ProposedShown).ToListAsync(cancellation);
        return [.. own.Select(o => (o.p, o.Title))];
    }

    /// <summary>Shows an item here.</summary>
    public Task<IActionResult> OnPostAcceptAsync(Guid item, CancellationToken cancellation) =>
        DecideAsync(item, OverlayDecision.Accepted, "offer-accepted", "Accepted", cancellation);

    /// <summary>Keeps an item away from here.</summary>
    public Task<IActionResult> OnPostRefuseAsync(Guid item, CancellationToken cancellation) =>
        DecideAsync(item, OverlayDecision.Refused, "offer-refused", "RefusedDone", cancellation);

    private async Task<IActionResult> DecideAsync(Guid item, OverlayDecision decision, string action, string text, CancellationToken cancellation)
    {
        if (await offers.FindAsync(site.Key, item, cancellation) is not { } line)
            return NotFound();
        await overlays.SaveAsync(line.Item, action, overlay => overlay.Decision = decision, cancellation);
        TempData["Done"] = SharingTexts.T.Format(text, line.Item.Title);
        return RedirectToPage();
    }
}
