using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>The screen of one entry of a file: adds it, changes it, removes it; public at once, or proposed to whoever may publish.</summary>
[SiteAccess(SiteRight.Write)]
public abstract partial class EntryPage<TFile, TEntry, TForm>(EverydayTools tools) : PageModel, IEntryPage
    where TFile : class
    where TEntry : class
    where TForm : EntryForm<TEntry>, new()
{
    /// <inheritdoc/>
    public abstract TextResource Words { get; }

    /// <inheritdoc/>
    public abstract string FieldsView { get; }

    /// <inheritdoc/>
    public virtual string? Encoding => null;

    /// <inheritdoc/>
    public string ListAddress => $"/s/{Tools.Site.Key}/{Source.Segment}";

    /// <inheritdoc/>
    public bool MayPublish => Context.MayPublish;

    /// <inheritdoc/>
    public object FormValue => Form;

    /// <inheritdoc/>
    [BindProperty]
    public EntryMark Mark { get; set; } = new();

    /// <inheritdoc/>
    public EntryConflict? Conflict { get; private set; }

    /// <summary>What is shown and sent back.</summary>
    public TForm Form { get; } = new();

    /// <summary>What forms need to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>The file as it is.</summary>
    protected EverydayState<TFile> State { get; private set; } = null!;

    /// <summary>What screens of everyday services work with.</summary>
    protected EverydayTools Tools { get; } = tools;

    /// <summary>The file.</summary>
    protected abstract EverydayFile<TFile> Source { get; }

    /// <summary>Its entries.</summary>
    protected abstract ImmutableArray<TEntry> Entries(TFile file);

    /// <summary>The file with other entries.</summary>
    protected abstract TFile With(TFile file, ImmutableArray<TEntry> entries);

    /// <summary>What tells the entry from the others: its title, or its key.</summary>
    protected abstract string TitleOf(TEntry entry);

    /// <summary>What people call the entry.</summary>
    protected virtual string NameOf(TEntry entry) => TitleOf(entry);

    /// <summary>Reads what the fields choose from.</summary>
    /// <param name="before">The entry as it is stored; null: a new one.</param>
    protected virtual Task PrepareAsync(TEntry? before, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Takes what was sent beside the fields: a file.</summary>
    protected virtual Task ReceiveAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Checks what takes more than the form.</summary>
    protected virtual void Check(TEntry entry, TEntry? before, FormErrors errors)
    {
        // Nothing, for most.
    }

    /// <summary>The attribute by which a page's block names this entry alone; null: blocks name none.</summary>
    protected virtual string? NamedBy(TEntry entry) => null;

    /// <summary>Shows the entry at that place of the list, counted from 1; without a place, an empty form.</summary>
    public async Task<IActionResult> OnGetAsync(int? number, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Returned is { } returned)
            return await TakeUpAsync(returned, cancellation);
        var entries = Entries(State.Value);
        if (number is null)
            Form.Start(Context);
        else if (number < 1 || number > entries.Length)
            return NotFound();
        else
            Form.Show(entries[number.Value - 1]);
        var entry = number is { } at ? entries[at - 1] : null;
        Mark = MarkOf(entry, entries.Length);
        return await ReadyAsync(entry, cancellation);
    }

    /// <summary>Saves the entry; the public sees it at once.</summary>
    public async Task<IActionResult> OnPostSaveAsync(int? number, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var before = Find(State.Value, Mark.Print);
        var isNew = string.IsNullOrEmpty(Mark.Print);
        var theirs = before is null && !isNew ? Theirs(number) : null;
        await PrepareAsync(before ?? theirs, cancellation);
        await TryUpdateModelAsync(Form, "");
        await ReceiveAsync(cancellation);
        var errors = new FormErrors(ModelState);
        var entry = Form.Read(before ?? theirs, Context, errors);
        Check(entry, before ?? theirs, errors);
        if (errors.None)
            CheckText(entry, errors);
        if (!errors.None)
            return Show();
        var result = await Tools.Store.ChangeAsync(Source, Subject(isNew ? "SubjectAdded" : "SubjectChanged", NameOf(entry)), file => Replaced(file, entry), cancellation);
        await ReplaceReturnedAsync(result, cancellation);
        return result == EverydayResult.Stale ? await ConflictAsync(number, cancellation) : Done(result, "Saved", NameOf(entry));
    }

    /// <summary>Saves mine over theirs, which stays in the history.</summary>
    public Task<IActionResult> OnPostKeepMineAsync(int? number, string? theirs, CancellationToken cancellation)
    {
        Mark = new() { Print = theirs, Title = Mark.Title, Count = Mark.Count };
        return OnPostSaveAsync(number, cancellation);
    }

    /// <summary>Removes the entry; it stays in the history.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var before = Find(State.Value, Mark.Print);
        await PrepareAsync(before, cancellation);
        var title = before is null ? "" : NameOf(before);
        if (before is not null && NamedBy(before) is { } name && await Tools.Pages.NamingAsync(Source.Directive, name, cancellation) is { Count: > 0 } pages)
        {
            TempData["Warning"] = EverydayTexts.T.Format("RemoveNamed", title, string.Join(", ", pages));
            return Redirect(ListAddress);
        }
        var result = await Tools.Store.ChangeAsync(
            Source, Subject("SubjectRemoved", title), file => Find(file, Mark.Print) is { } entry ? With(file, Entries(file).Remove(entry)) : null, cancellation);
        if (result == EverydayResult.Stale)
            TempData["Warning"] = EverydayTexts.T["RemoveStale"];
        return result == EverydayResult.Stale ? Redirect(ListAddress) : Done(result, "Removed", title);
    }

    /// <summary>The form as it was typed, with something done to it; nothing is saved.</summary>
    protected async Task<IActionResult> AgainAsync(Func<Task> act, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await PrepareAsync(Find(State.Value, Mark.Print), cancellation);
        await TryUpdateModelAsync(Form, "");
        // The fields show what the form says now, not what was sent.
        ModelState.Clear();
        await act();
        return Show();
    }

    /// <summary>What the form let through and the format refuses.</summary>
    private void CheckText(TEntry entry, FormErrors errors)
    {
        foreach (var fault in FormatText.ReadEveryday<TFile>($"{Tools.Site.Key}/{Source.Name}", Source.Text(With(Source.Empty, [entry]))).Faults.Where(f => f.Severity == FaultSeverity.Error))
            errors.Add("", FaultFields.Sentence(fault));
    }

    private static string Subject(string name, string title) => EverydayTexts.T.Format(name, title);

    private TFile? Replaced(TFile file, TEntry entry)
    {
        var entries = Entries(file);
        if (string.IsNullOrEmpty(Mark.Print))
            // The second of two clicks on one form.
            return entries.Any(e => PrintOf(e) == PrintOf(entry)) ? file : With(file, entries.Add(entry));
        var at = IndexOf(file, Mark.Print);
        return at < 0 ? null : With(file, entries.SetItem(at, entry));
    }

    private RedirectResult Done(EverydayResult result, string name, string title)
    {
        TempData["Done"] = EverydayTexts.T.Format(result switch { EverydayResult.Unchanged => "Unchanged", EverydayResult.Proposed => "Proposed", _ => name }, title);
        return Redirect(ListAddress);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Context = await Tools.Contexts.GetAsync(cancellation);
        State = await Tools.Store.ReadAsync(Source, cancellation);
        await FindReturnedAsync(cancellation);
    }

    private async Task<IActionResult> ReadyAsync(TEntry? before, CancellationToken cancellation)
    {
        await PrepareAsync(before, cancellation);
        return Show();
    }

    private PageResult Show()
    {
        ViewData["Context"] = Context;
        ViewData["Page"] = this;
        ViewData["Title"] = Words[string.IsNullOrEmpty(Mark.Print) && Conflict is null ? "NewTitle" : "EditTitle"];
        return Page();
    }
}
