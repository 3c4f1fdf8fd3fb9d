using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>Moves a page, with all that stands below, or changes its address.</summary>
[SiteAccess(SiteRight.Publish)]
public sealed class MoveModel(ItemStore items, PageMoves moves) : PageModel
{
    /// <summary>The page.</summary>
    public ItemRecord Record { get; private set; } = null!;

    /// <summary>Where it can stand.</summary>
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    /// <summary>The key of the page above; empty: the top.</summary>
    [BindProperty]
    public string? Parent { get; set; }

    /// <summary>The last part of the address.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Shows where it stands.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var slash = Record.Key.LastIndexOf('/');
        (Parent, Name) = (slash < 0 ? "" : Record.Key[..slash], Record.Key[(slash + 1)..]);
        return Page();
    }

    /// <summary>Moves it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var name = new FormErrors(ModelState).Required(nameof(Name), Name, ItemTexts.T["AddressMissing"]);
        if (!ModelState.IsValid)
            return Page();
        var outcome = await moves.MoveAsync(id, Parent ?? "", name, null, cancellation);
        if (outcome == MoveOutcome.Moved)
        {
            TempData["Done"] = PageTexts.T["OutcomeMoved"];
            return Redirect($"/s/{Record.SiteKey}/pages");
        }
        ModelState.AddModelError(outcome is MoveOutcome.IntoItself or MoveOutcome.Missing ? nameof(Parent) : nameof(Name), PageTexts.T["Outcome" + outcome]);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { Kind: ContentKind.Page, Key.Length: > 0 } record)
            return false;
        Record = record;
        var choices = new List<SelectListItem> { new(PageTexts.T["ParentTop"], "") };
        Add(choices, await moves.TreeAsync(cancellation), 0);
        Parents = choices;
        return true;
    }

    /// <summary>Every page but the one that moves and what stands below it.</summary>
    private void Add(List<SelectListItem> choices, List<PageBranch> branches, int depth)
    {
        foreach (var branch in branches.Where(b => b.Record.Id != Record.Id))
        {
            choices.Add(new(new string('\u2003', depth) + branch.Record.Title, branch.Record.Key));
            Add(choices, branch.Children, depth + 1);
        }
    }
}
