using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Features.Trash;

/// <summary>What was thrown away, and comes back with one click; only an administrator makes it go for good.</summary>
[SiteAccess(SiteRight.See)]
public sealed class IndexModel(ItemStore items, EditContexts contexts, CurrentPerson person) : PageModel
{
    private const int Most = 200;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ItemRecord> Lines { get; private set; } = [];

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Whether the person may delete for good.</summary>
    public bool MayDestroy => person.Rights.Allow(TerritoryRole.Administrator);

    /// <summary>Lists it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        Lines = await items.Trash.AsNoTracking().OrderByDescending(i => i.DeletedAt).Take(Most).ToListAsync(cancellation);
    }

    /// <summary>Takes an item out, as a draft.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        switch (await items.RestoreFromTrashAsync(id, cancellation))
        {
            case SaveResult.Saved saved:
                TempData["Done"] = ItemTexts.T.Format("TrashRestored", saved.Item.Title);
                return Redirect(ItemAddresses.Edit(saved.Item));
            case SaveResult.Missing:
                return NotFound();
            default:
                TempData["Warning"] = ItemTexts.T["TrashTaken"];
                return RedirectToPage();
        }
    }

    /// <summary>Deletes an item for good.</summary>
    public async Task<IActionResult> OnPostDestroyAsync(Guid id, CancellationToken cancellation)
    {
        if (!MayDestroy)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await items.DeleteForeverAsync(id, cancellation) is not SaveResult.Saved gone)
            return NotFound();
        TempData["Done"] = ItemTexts.T.Format("TrashGone", gone.Item.Title);
        return RedirectToPage();
    }
}
