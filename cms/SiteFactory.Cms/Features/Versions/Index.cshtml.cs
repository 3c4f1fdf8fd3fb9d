using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Features.Versions;

/// <summary>Every save of one item, to compare and to take up again.</summary>
[SiteAccess(SiteRight.See)]
public sealed class IndexModel(ItemStore items, EditContexts contexts) : PageModel
{
    private const int Most = 200;

    /// <summary>The item.</summary>
    public ItemRecord Record { get; private set; } = null!;

    /// <summary>Its saves, the newest first.</summary>
    public IReadOnlyList<ItemVersion> Versions { get; private set; } = [];

    /// <summary>The save before which there was nothing to compare with; null: it is too far back to be shown.</summary>
    public ItemVersion? First { get; private set; }

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { } record)
            return NotFound();
        Record = record;
        Context = await contexts.GetAsync(cancellation);
        var saves = await items.Versions(id).Take(Most + 1).ToListAsync(cancellation);
        First = saves.Count > Most ? null : saves.LastOrDefault();
        Versions = [.. saves.Take(Most)];
        return Page();
    }

    /// <summary>Makes an old text the draft.</summary>
    /// <param name="version">The item's version that the page showed.</param>
    /// <param name="row">The save to take up.</param>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, long version, long row, CancellationToken cancellation)
    {
        var result = await items.RestoreVersionAsync(id, version, row, cancellation);
        if (result is SaveResult.Missing)
            return NotFound();
        if (result is SaveResult.Saved saved)
        {
            TempData["Done"] = ItemTexts.T["Restored"];
            return Redirect(ItemAddresses.Edit(saved.Item));
        }
        TempData["Warning"] = result is SaveResult.Conflict conflict ? ItemTexts.T.Format("ChangedMeanwhile", Authors.Starting(conflict.Theirs.UpdatedBy)) : SharedTexts.T["AddressTaken"];
        return RedirectToPage();
    }
}
