using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Two people saved the same item: both texts, side by side.</summary>
/// <param name="Differences">From theirs to mine.</param>
public sealed record ItemConflict(string TheirName, long TheirVersion, IReadOnlyList<FieldDifference> Differences);

/// <summary>Two people on one item: neither text is lost.</summary>
public abstract partial class ItemEditorModel
{
    /// <summary>Null: nobody else saved.</summary>
    public ItemConflict? Conflict { get; private set; }

    /// <summary>The version that was saved meanwhile.</summary>
    [BindProperty]
    public long TheirVersion { get; set; }

    /// <summary>Saves mine over theirs, which stays among the versions.</summary>
    public Task<IActionResult> OnPostKeepMineAsync(Guid id, CancellationToken cancellation) =>
        SaveAsync(id, null, () => ItemTexts.T[Unplans ? "SavedAndUnscheduled" : "KeptMine"], item => Services.Items.SaveDraftAsync(item, TheirVersion, cancellation), cancellation);

    /// <summary>Shows the form with the changes of both; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken cancellation)
    {
        var mine = await ReadAsync(id, cancellation);
        if (Record is null)
            return NotFound();
        var theirs = ItemProjection.Current(Record, Context.Zone);
        var common = await CommonAsync(Record, Form.Version, cancellation) ?? theirs;
        var merged = ItemMerge.Of(common, theirs, mine, Context.Zone);
        ModelState.Clear();
        Form = NewForm();
        Show(merged.Item, Record.Version);
        TempData.Remove("Done");
        ViewData["Merged"] = ItemTexts.T[merged.Overlaps == 0 ? "Merged" : "MergedOverlaps"];
        return await ReadyAsync(cancellation);
    }

    private async Task ShowConflictAsync(ItemRecord theirs, ContentItem mine, CancellationToken cancellation)
    {
        await Services.Items.SetAsideAsync(theirs, mine, cancellation);
        var readable = await Services.ReadableAsync(cancellation);
        Conflict = new(theirs.UpdatedBy, theirs.Version, ItemDifferences.Between(ItemProjection.Current(theirs, Context.Zone), mine, readable));
        ModelState.AddModelError(string.Empty, SharedTexts.T.Format("Conflict", Authors.Starting(theirs.UpdatedBy)));
    }

    /// <summary>The text that both started from.</summary>
    private async Task<ContentItem?> CommonAsync(ItemRecord record, long version, CancellationToken cancellation)
    {
        var text = await Services.Items.Versions(record.Id)
            .Where(v => v.Number <= version && v.Kind != VersionKind.SetAside)
            .Select(v => v.Text)
            .FirstOrDefaultAsync(cancellation);
        return text is null ? null : ItemProjection.Read(record, text, Context.Zone).Value;
    }
}
