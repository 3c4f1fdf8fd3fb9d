using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Directory;

/// <summary>"Fermer la mairie": an exceptional closure in three fields, public at once, or proposed by who may not publish.</summary>
[SiteAccess(SiteRight.Write)]
[HandlerAccess("Remove", SiteRight.Publish)]
public sealed class CloseModel(ItemStore items, EditContexts contexts) : PageModel
{
    /// <summary>Entries that tell no hours: the public sees closures beside hours.</summary>
    private HashSet<Guid> _unseen = [];

    /// <summary>The entry that closes.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Lieu { get; set; }

    /// <summary>A browser's day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>A browser's day, included; empty: the first day alone.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>Why, for the public.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What can close: the town hall first.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>Closures that are not over, and whether they still wait to be read.</summary>
    public IReadOnlyList<(ItemRecord Record, Closure Closure, bool Waits)> Planned { get; private set; } = [];

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Adds the closure to what is live, and to a draft over it; who may not publish hands it to whoever may.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var row = new ClosureRow { From = From, To = To, Note = Note };
        var errors = new FormErrors(ModelState);
        if (row.IsEmpty)
            errors.Add(nameof(From), ItemTexts.T["DayMissing"]);
        var closure = row.Read(errors, "");
        if (Lieu is not { } id || Places.All(p => p.Value != id.ToString()))
            errors.Add(nameof(Lieu), DirectoryTexts.T["CloseWhatMissing"]);
        else if (closure is not null && errors.None)
        {
            if (_unseen.Contains(id))
                TempData["Warning"] = DirectoryTexts.T["CloseUnseen"];
            return await ChangeAsync(id, entry => entry with { Closures = [.. entry.Closures.Append(closure).OrderBy(c => c.From)] }, Said("CloseDone", "CloseProposed", Places.First(p => p.Value == id.ToString()).Text, closure), cancellation);
        }
        return Page();
    }

    /// <summary>Takes a closure back; who may not publish cannot.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? from, string? to, CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        return await ChangeAsync(id, entry => entry with { Closures = [.. entry.Closures.Where(c => FormTimes.Day(c.From) != from || FormTimes.Day(c.To) != to)] }, DirectoryTexts.T["CloseRemoved"], cancellation);
    }

    /// <summary>One closure in words.</summary>
    public string Line(ItemRecord record, Closure closure) => closure.Note is { } note
        ? DirectoryTexts.T.Format("CloseLineNote", record.Title, FrenchTimes.Days(closure.From, closure.To), note)
        : DirectoryTexts.T.Format("CloseLine", record.Title, FrenchTimes.Days(closure.From, closure.To));

    private string Said(string published, string proposed, string place, Closure closure) =>
        DirectoryTexts.T.Format(Context.MayPublish ? published : proposed, place, FrenchTimes.Days(closure.From, closure.To));

    private async Task<IActionResult> ChangeAsync(Guid id, Func<DirectoryEntry, DirectoryEntry> change, string done, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { Kind: ContentKind.Directory } record)
            return NotFound();
        // A proposal over a draft that goes live by itself would be public without anybody's approval, or undo what was planned.
        if (!Context.MayPublish && record.DraftGoesLiveAt is not null)
        {
            TempData["Warning"] = DirectoryTexts.T["CloseScheduled"];
            return RedirectToPage();
        }
        var result = Context.MayPublish
            ? await items.ChangeAtOnceAsync(id, record.Version, "closure-changed", item => change((DirectoryEntry)item), cancellation)
            : await items.SubmitDraftAsync(change((DirectoryEntry)ItemProjection.Current(record, Context.Zone)), record.Version, null, cancellation);
        TempData[result is SaveResult.Saved ? "Done" : "Warning"] = result switch
        {
            SaveResult.Saved => done,
            SaveResult.Conflict conflict => ItemTexts.T.Format("ChangedMeanwhile", Authors.Starting(conflict.Theirs.UpdatedBy)),
            _ => DirectoryTexts.T["CloseNotSaved"],
        };
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        var records = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Directory && i.LiveText != null).OrderBy(i => i.Title).ToListAsync(cancellation);
        var entries = records.Select(r => (Record: r, Entry: ItemProjection.Live(r, Context.Zone) as DirectoryEntry)).Where(e => e.Entry is { Entry: DirectoryEntryType.Facility or DirectoryEntryType.Service }).ToList();
        Places = [.. entries.OrderBy(e => e.Record.Key != DirectoryEntry.TownHallKey).Select(e => new SelectListItem(e.Record.Title, e.Record.Id.ToString()))];
        _unseen = [.. entries.Where(e => e.Entry!.Hours.IsEmpty && !(e.Record.Key == DirectoryEntry.TownHallKey && Context.Site.Contact is { Hours.IsEmpty: false })).Select(e => e.Record.Id)];
        Lieu ??= entries.Where(e => e.Record.Key == DirectoryEntry.TownHallKey).Select(e => (Guid?)e.Record.Id).FirstOrDefault();
        Planned = [.. entries.SelectMany(e => ToCome(e.Record, e.Entry!)).OrderBy(c => c.Closure.From)];
    }

    private IEnumerable<(ItemRecord Record, Closure Closure, bool Waits)> ToCome(ItemRecord record, DirectoryEntry live)
    {
        var proposed = record.InReview ? ((DirectoryEntry)ItemProjection.Current(record, Context.Zone)).Closures.Except(live.Closures) : [];
        return live.Closures.Select(c => (record, c, false)).Concat(proposed.Select(c => (record, c, true))).Where(c => c.Item2.To >= Context.Today);
    }
}
