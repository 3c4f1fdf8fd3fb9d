using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.French;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Saving what was typed.</summary>
public abstract partial class ItemEditorModel
{
    private const int ToldWarnings = 3;

    /// <summary>Saves the draft.</summary>
    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancellation) =>
        SaveAsync(id, "Save", () => Unplans ? ItemTexts.T["SavedAndUnscheduled"] : SharedTexts.T["Saved"], item => Services.Items.SaveDraftAsync(item, Form.Version, cancellation), cancellation);

    /// <summary>Saves the draft and hands it in.</summary>
    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken cancellation) =>
        SaveAsync(id, "Submit", () => ItemTexts.T[Unplans ? "SubmittedAndUnscheduled" : "Submitted"], item => Services.Items.SubmitDraftAsync(item, Form.Version, Typed.Line(Form.Note), cancellation), cancellation);

    /// <summary>Saves and publishes, when nothing would break.</summary>
    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancellation)
    {
        var item = await ReadAsync(id, cancellation);
        if (!ModelState.IsValid || await WouldDoubleAsync("Publish", item, cancellation) || !await CheckAsync(item, cancellation))
            return await ReadyAsync(cancellation);
        return await AnswerAsync(id, item, await Services.Items.PublishAsync(item, Form.Version, cancellation), PublishedWords(item), cancellation);
    }

    /// <summary>Saves changes that replace what is live at a moment to come.</summary>
    public async Task<IActionResult> OnPostScheduleAsync(Guid id, CancellationToken cancellation)
    {
        var item = await ReadAsync(id, cancellation);
        var at = new FormErrors(ModelState).Instant(nameof(Form.GoesLiveAt), Form.GoesLiveAt, null, Context.Zone);
        if (at is null || at <= Context.Now)
            ModelState.AddModelError(nameof(Form.GoesLiveAt), ItemTexts.T["GoesLiveAtPast"]);
        if (!ModelState.IsValid || await WouldDoubleAsync("Schedule", item, cancellation) || !await CheckAsync(item, cancellation))
            return await ReadyAsync(cancellation);
        var result = await Services.Items.ScheduleDraftAsync(item, Form.Version, at!.Value, cancellation);
        return await AnswerAsync(id, item, result, ItemTexts.T.Format("ScheduledFor", FrenchTimes.Moment(at.Value, Context.Zone)), cancellation);
    }

    // What was to go live by itself waits to be read when somebody who may not publish changes it.
    private bool Unplans => Record?.DraftGoesLiveAt is not null && !Context.MayPublish;

    /// <param name="step">The handler's name; null: nobody asks whether the same was announced already.</param>
    /// <param name="done">What is said then, asked before the item is changed.</param>
    private async Task<IActionResult> SaveAsync(Guid id, string? step, Func<string> done, Func<ContentItem, Task<SaveResult>> save, CancellationToken cancellation)
    {
        var item = await ReadAsync(id, cancellation);
        if (!ModelState.IsValid || (step is not null && await WouldDoubleAsync(step, item, cancellation)))
            return await ReadyAsync(cancellation);
        var words = done();
        return await AnswerAsync(id, item, await save(item), words, cancellation);
    }

    private string PublishedWords(ContentItem item) =>
        item.PublishAt is { } later && later > Context.Now
            ? ItemTexts.T.Format("ScheduledFor", FrenchTimes.Moment(later, Context.Zone))
            : ItemTexts.T["Published" + Kind];

    /// <summary>Whether the item can be published: its faults stand beside the fields otherwise.</summary>
    private async Task<bool> CheckAsync(ContentItem item, CancellationToken cancellation)
    {
        var faults = await Services.Check.BeforePublishingAsync(item, Record, cancellation);
        Tell(faults.Where(f => f.Severity == FaultSeverity.Error));
        var warnings = faults.Where(f => f.Severity == FaultSeverity.Warning).Select(FaultFields.Sentence).Distinct(StringComparer.Ordinal).Take(ToldWarnings).ToList();
        if (ModelState.IsValid && warnings.Count > 0)
            TempData["Warning"] = ItemTexts.T.Format("PublishedBut", string.Join(' ', warnings));
        return ModelState.IsValid;
    }

    private void Tell(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            var field = FaultFields.Of(fault);
            if (ModelState[field]?.Errors.Any(e => e.ErrorMessage == FaultFields.Sentence(fault)) != true)
                ModelState.AddModelError(field, FaultFields.Sentence(fault));
        }
    }

    private async Task<IActionResult> AnswerAsync(Guid id, ContentItem item, SaveResult result, string done, CancellationToken cancellation)
    {
        switch (result)
        {
            case SaveResult.Saved:
                return Back(id, done);
            case SaveResult.Missing:
                return NotFound();
            case SaveResult.Conflict conflict:
                await ShowConflictAsync(conflict.Theirs, item, cancellation);
                break;
            case SaveResult.AddressTaken:
                ModelState.AddModelError(nameof(Form.Address), SharedTexts.T["AddressTaken"]);
                break;
            case SaveResult.Forbidden forbidden:
                ModelState.AddModelError(string.Empty, forbidden.Reason);
                break;
            case SaveResult.Refused refused:
                Tell(refused.Faults.Where(f => f.Severity == FaultSeverity.Error));
                break;
        }
        TempData.Remove("Warning");
        return await ReadyAsync(cancellation);
    }
}
