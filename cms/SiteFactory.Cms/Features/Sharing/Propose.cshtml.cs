using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>A commune proposes one of its events or news to the métropole, and reads the answer.</summary>
[SiteAccess(SiteRight.See, Post = SiteRight.Publish)]
public sealed class ProposeModel(ItemStore items, Proposals proposals, CurrentSite site, CurrentPerson person, TerritoryTime time) : PageModel
{
    public ItemRecord Record { get; private set; } = null!;

    /// <summary>Null: never proposed.</summary>
    public Proposal? Proposal { get; private set; }

    public NodaTime.DateTimeZone Zone { get; private set; } = null!;

    /// <summary>A word to the métropole.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Whether the person may propose.</summary>
    public bool MayPropose => person.Rights.Allow(site.Key, site.Record!.Kind, SiteRight.Publish);

    /// <summary>Shows how it stands.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Proposes it.</summary>
    public Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellation) =>
        ActAsync(id, () => proposals.ProposeAsync(Record, Typed.Block(Note).Trim() is { Length: > 0 } note ? note : null, cancellation), "Proposed", cancellation);

    /// <summary>Takes the proposal back.</summary>
    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellation) =>
        ActAsync(id, () => proposals.TakeBackAsync(Record, cancellation), "ProposalTaken", cancellation);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<bool>> act, string done, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var isDone = await act();
        TempData[isDone ? "Done" : "Warning"] = SharingTexts.T.Format(isDone ? done : "ProposalMoved", Record.Title);
        return Redirect($"/s/{site.Key}/proposer/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (site.Record!.Kind != SiteKind.Commune || await items.FindAsync(id, cancellation) is not { } record || !Proposals.Concern(record.Kind))
            return false;
        (Record, Proposal, Zone) = (record, await proposals.FindAsync(id, cancellation), await time.ZoneAsync(cancellation));
        return true;
    }
}
