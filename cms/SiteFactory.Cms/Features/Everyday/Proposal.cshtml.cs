using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Items;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>A contributor's change of a file about everyday services: what it would change, and what the webmaster makes of it.</summary>
[SiteAccess(SiteRight.Write)]
[HandlerAccess("Publish", SiteRight.Publish)]
[HandlerAccess("Return", SiteRight.Publish)]
public sealed class ProposalModel(EverydayProposals proposals, EditContexts contexts, CurrentSite site, CurrentPerson person) : PageModel
{
    /// <summary>The proposal.</summary>
    public OpenProposal Open { get; private set; } = null!;

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>A word for its author.</summary>
    [BindProperty]
    public string? Word { get; set; }

    /// <summary>Fingerprint of the result that was shown.</summary>
    public string Seen => Open.Result is { } text ? EverydayContent.Print(text) : "";

    /// <summary>Whether this person proposed it.</summary>
    public bool IsMine => Open.Proposal.ProposedById == person.Person?.Id;

    /// <summary>The screen that lists what the file says.</summary>
    public string Back => $"/s/{site.Key}/{EverydayFiles.SegmentOf(FileName)}";

    /// <summary>What the menu calls that screen.</summary>
    public string Name => EverydayFiles.LabelOf(FileName);

    /// <summary>The form with what was proposed; null: these screens have a grid, and no form for one entry.</summary>
    public string? AgainAddress => FileName == EverydayFiles.Menus.Name ? null : $"{Back}/fiche?proposition={Open.Proposal.Id}";

    private string FileName => Open.Proposal.Path[(site.Key.Length + 1)..];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Publishes it; the public sees it at once.</summary>
    public Task<IActionResult> OnPostPublishAsync(Guid id, string? seen, CancellationToken cancellation) =>
        ActAsync(id, "ProposalPublished", () => proposals.PublishAsync(Open, seen ?? "", cancellation), cancellation);

    /// <summary>Sends it back to its author.</summary>
    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken cancellation) =>
        ActAsync(id, "ProposalReturned", () => proposals.ReturnAsync(id, Typed.Line(Word), cancellation), cancellation);

    /// <summary>Takes one's own back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation) =>
        ActAsync(id, "ProposalWithdrawn", () => proposals.WithdrawAsync(id, cancellation), cancellation);

    private async Task<IActionResult> ActAsync(Guid id, string done, Func<Task<bool>> act, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var isDone = await act();
        TempData[isDone ? "Done" : "Warning"] = isDone ? EverydayTexts.T.Format(done, Open.Proposal.Subject) : EverydayTexts.T["ProposalChanged"];
        return isDone ? Redirect(Back) : RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        if (await proposals.OpenAsync(id, cancellation) is not { } open)
            return false;
        Open = open;
        return true;
    }
}
