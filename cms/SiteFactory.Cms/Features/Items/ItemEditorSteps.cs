using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Steps that change no word of the item.</summary>
public abstract partial class ItemEditorModel
{
    /// <summary>Items that lead to this one, and keep it from going.</summary>
    public IReadOnlyList<ItemRecord> Linking { get; private set; } = [];

    /// <summary>Where the address can lead instead, once the item is gone.</summary>
    public IReadOnlyList<SelectListItem> LeadTo { get; private set; } = [];

    /// <summary>The step that links of others kept from being done, by its handler's name.</summary>
    public string? KeptStep { get; private set; }

    /// <summary>Takes the item off the public site.</summary>
    /// <param name="vers">An item that its addresses lead to from now on.</param>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, long version, Guid? vers, CancellationToken cancellation) =>
        RemoveAsync(id, "Withdraw", vers, target => Services.Items.WithdrawAsync(id, version, cancellation, target), SharedTexts.T["Withdrawn"], stays: true, cancellation);

    /// <summary>Puts it into the trash.</summary>
    /// <param name="vers">An item that its addresses lead to from now on.</param>
    public Task<IActionResult> OnPostDeleteAsync(Guid id, long version, Guid? vers, CancellationToken cancellation) =>
        RemoveAsync(id, "Delete", vers, target => Services.Items.DeleteAsync(id, version, cancellation, target), SharedTexts.T["Deleted"], stays: false, cancellation);

    /// <summary>Forgets changes that are not published.</summary>
    public async Task<IActionResult> OnPostDropDraftAsync(Guid id, long version, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        var stays = Record?.LiveText is not null;
        return await StepAsync(id, await Services.Items.DropDraftAsync(id, version, cancellation), stays ? ItemTexts.T["DraftDropped"] : SharedTexts.T["Deleted"], stays, cancellation);
    }

    /// <summary>Gives a submitted draft back, with a word.</summary>
    public async Task<IActionResult> OnPostReturnAsync(Guid id, long version, string? note, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        return await StepAsync(id, await Services.Items.ReturnAsync(id, version, Typed.Line(note), cancellation), ItemTexts.T["Returned"], stays: true, cancellation);
    }

    /// <summary>The changes no longer go live by themselves.</summary>
    public async Task<IActionResult> OnPostUnscheduleAsync(Guid id, long version, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        return await StepAsync(id, await Services.Items.UnscheduleAsync(id, version, cancellation), ItemTexts.T["Unscheduled"], stays: true, cancellation);
    }

    private async Task<IActionResult> RemoveAsync(Guid id, string step, Guid? leadTo, Func<Guid?, Task<SaveResult>> remove, string done, bool stays, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        if (Record is null)
            return NotFound();
        Linking = await Services.Check.LinkingAsync(Record, cancellation);
        foreach (var fault in (await Services.Check.BeforeRemovingAsync(Record, cancellation)).Where(f => f.Severity == FaultSeverity.Error))
            ModelState.AddModelError(string.Empty, FaultFields.Sentence(fault));
        var targets = Linking.Count == 0 ? [] : await TargetsAsync(Record, cancellation);
        var leads = leadTo is { } target && targets.Any(t => t.Value == target.ToString());
        if (ModelState.IsValid && (Linking.Count == 0 || leads))
            return await StepAsync(id, await remove(leads ? leadTo : null), done, stays, cancellation);
        if (ModelState.IsValid)
        {
            ModelState.AddModelError(string.Empty, ItemTexts.T["StillLinked"]);
            (LeadTo, KeptStep) = (targets, step);
        }
        return await ShowAgainAsync(cancellation);
    }

    private async Task<IReadOnlyList<SelectListItem>> TargetsAsync(ItemRecord leaving, CancellationToken cancellation)
    {
        var live = await Services.Items.Items.AsNoTracking().Where(i => i.LiveText != null && i.Id != leaving.Id && i.Kind != ContentKind.Alert).OrderBy(i => i.Kind).ThenBy(i => i.Title).ToListAsync(cancellation);
        return [.. live.Select(i => (Record: i, Item: ItemProjection.Live(i, Context.Zone))).Where(i => i.Item is not null && SiteAddresses.Of(i.Item) is not null).Select(i => new SelectListItem($"{i.Record.Title} – {SiteAddresses.Of(i.Item!)}", i.Record.Id.ToString()))];
    }

    /// <summary>What became of a step; on success back to the item, or to the list when it is gone.</summary>
    protected async Task<IActionResult> StepAsync(Guid id, SaveResult result, string done, bool stays, CancellationToken cancellation)
    {
        switch (result)
        {
            case SaveResult.Saved when stays:
                return Back(id, done);
            case SaveResult.Saved:
                TempData["Done"] = done;
                return Redirect($"/s/{Services.Site.Key}/{ItemAddresses.Segment(Kind)}");
            case SaveResult.Missing:
                return NotFound();
            case SaveResult.Conflict conflict:
                ModelState.AddModelError(string.Empty, ItemTexts.T.Format("ChangedMeanwhile", Authors.Starting(conflict.Theirs.UpdatedBy)));
                break;
            case SaveResult.Forbidden forbidden:
                ModelState.AddModelError(string.Empty, forbidden.Reason);
                break;
        }
        return await ShowAgainAsync(cancellation);
    }

    private async Task<IActionResult> ShowAgainAsync(CancellationToken cancellation)
    {
        if (Record is null)
            return NotFound();
        ModelState.Remove("version");
        ModelState.Remove("vers");
        ModelState.Remove("note");
        Show(ItemProjection.Current(Record, Context.Zone), Record.Version);
        return await ReadyAsync(cancellation);
    }
}
