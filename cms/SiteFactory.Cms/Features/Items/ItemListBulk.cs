using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Faults;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Steps for several items at once.</summary>
public abstract partial class ItemListModel
{
    private const string BulkPublish = "publier";

    /// <summary>Publishes or throws away what was chosen; what cannot be done is named, and the rest is done.</summary>
    /// <param name="ids">The chosen items.</param>
    /// <param name="act"><c>publier</c> or <c>corbeille</c>.</param>
    public async Task<IActionResult> OnPostBulkAsync(Guid[] ids, string? act, CancellationToken cancellation)
    {
        Context = await Services.Contexts.GetAsync(cancellation);
        var done = 0;
        var kept = new List<string>();
        foreach (var id in ids.Distinct().Take(PageSize))
        {
            if (await Services.Items.FindAsync(id, cancellation) is not { } record || record.Kind != Kind)
                continue;
            if (await (act == BulkPublish ? PublishAsync(record, cancellation) : DeleteAsync(record, cancellation)))
                done++;
            else
                kept.Add(record.Title);
        }
        TempData["Done"] = ids.Length == 0 ? ItemTexts.T["BulkNone"] : ItemTexts.T.Format("BulkDone", done);
        if (kept.Count > 0)
            TempData["Warning"] = ItemTexts.T.Format("BulkKept", string.Join(", ", kept));
        return Redirect(Address(P));
    }

    private async Task<bool> PublishAsync(Data.Content.ItemRecord record, CancellationToken cancellation)
    {
        var item = ItemProjection.Current(record, Context.Zone);
        var faults = await Services.Check.BeforePublishingAsync(item, record, cancellation);
        return faults.All(f => f.Severity != FaultSeverity.Error)
            && await Services.Items.PublishDraftAsync(record.Id, record.Version, cancellation) is SaveResult.Saved;
    }

    private async Task<bool> DeleteAsync(Data.Content.ItemRecord record, CancellationToken cancellation)
    {
        var breaks = (await Services.Check.BeforeRemovingAsync(record, cancellation)).Any(f => f.Severity == FaultSeverity.Error);
        return !breaks && (await Services.Check.LinkingAsync(record, cancellation)).Count == 0
            && await Services.Items.DeleteAsync(record.Id, record.Version, cancellation) is SaveResult.Saved;
    }
}
