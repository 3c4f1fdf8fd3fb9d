using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Items;

namespace SiteFactory.Cms.Features.Versions;

/// <summary>What an item's draft changes of what is live, word by word: what whoever approves it has to read.</summary>
[SiteAccess(SiteRight.See)]
public sealed class ChangesModel(EditorServices services) : PageModel
{
    /// <summary>The item.</summary>
    public ItemRecord Record { get; private set; } = null!;

    /// <summary>The fields that change.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    /// <summary>Compares; an item that is not live has nothing to be compared with.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var zone = await services.Time.ZoneAsync(cancellation);
        if (await services.Items.FindAsync(id, cancellation) is not { } record || ItemProjection.Live(record, zone) is not { } live)
            return NotFound();
        Record = record;
        Differences = ItemDifferences.Between(live, ItemProjection.Current(record, zone), await services.ReadableAsync(cancellation));
        return Page();
    }
}
