using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Collections;

/// <summary>A sector in the list.</summary>
/// <param name="Number">The place in the file, from 1.</param>
public sealed record SectorRow(int Number, WasteSector Sector, IReadOnlyList<NextDay> Next);

/// <summary>Collection days: sectors, exceptions, what holidays do. A commune without its own shows the métropole's.</summary>
public sealed class IndexModel(EverydayTools tools, TerritoryReading reading) : ListPage<WasteCollections>(tools)
{
    private const int NextShown = 3;

    /// <inheritdoc/>
    public override TextResource Words => CollectionTexts.T;

    /// <summary>The sectors that the site shows.</summary>
    public IReadOnlyList<SectorRow> Lines { get; private set; } = [];

    /// <summary>The métropole's name when the sectors are hers; null: they are the site's own.</summary>
    public string? Metropole { get; private set; }

    /// <inheritdoc/>
    public override string? NewAddress => Metropole is null ? base.NewAddress : null;

    /// <summary>Collections that are moved or do not take place, the ones to come.</summary>
    public IReadOnlyList<WasteChange> Changes { get; private set; } = [];

    /// <summary>What happens on public holidays.</summary>
    [BindProperty]
    public HolidayShift Holidays { get; set; }

    /// <summary>What holds everywhere.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Fingerprint of both when their author opened them.</summary>
    [BindProperty]
    public string? Was { get; set; }

    /// <summary>The exception that is added.</summary>
    [BindProperty]
    public ChangeForm Change { get; set; } = new();

    /// <summary>Sectors that an exception can be about.</summary>
    public IReadOnlyList<SelectListItem> SectorChoices => [new(CollectionTexts.T["AllSectors"], ""), .. State.Value.Sectors.Select(s => new SelectListItem(s.Name, s.Key))];

    /// <inheritdoc/>
    protected override EverydayFile<WasteCollections> Source => EverydayFiles.Collections;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ShowSettings();
    }

    /// <summary>Saves what holds everywhere; public at once.</summary>
    public async Task<IActionResult> OnPostSettingsAsync(CancellationToken cancellation)
    {
        var (holidays, note) = (Holidays, EverydayText.Paragraph(Note));
        var result = await Tools.Store.ChangeAsync(Source, CollectionTexts.T["SubjectSettings"], file => PrintOf(file) == Was ? file with { Holidays = holidays, Note = note } : null, cancellation);
        if (result != EverydayResult.Stale)
            return Done(result, CollectionTexts.T["SettingsSaved"]);
        await LoadAsync(cancellation);
        ModelState.Clear();
        Was = PrintOf(State.Value);
        ModelState.AddModelError(nameof(Note), EverydayTexts.T.Format("NoteStale", Authors.Starting(State.UpdatedBy ?? ""), State.Value.Note ?? EverydayTexts.T["Nothing"]));
        return Page();
    }

    /// <summary>Adds an exception; public at once.</summary>
    public async Task<IActionResult> OnPostAddChangeAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var change = Change.Read(State.Value, new(ModelState));
        if (change is null)
        {
            Keep();
            return Page();
        }
        var result = await Tools.Store.ChangeAsync(Source, CollectionTexts.T.Format("SubjectChange", FrenchTimes.Day(change.Date)), file => Added(file, change), cancellation);
        return Done(result, CollectionTexts.T.Format(change.To is null ? "ChangeCancelled" : "ChangeMoved", FrenchTimes.Day(change.Date), change.To is { } to ? FrenchTimes.Day(to) : ""));
    }

    /// <summary>Takes an exception back.</summary>
    public async Task<IActionResult> OnPostRemoveChangeAsync(string? day, string? sector, WasteKind? waste, CancellationToken cancellation)
    {
        var result = await Tools.Store.ChangeAsync(Source, CollectionTexts.T["SubjectChangeRemoved"], file =>
            file.Changes.FirstOrDefault(c => FormTimes.Day(c.Date) == day && (c.Sector ?? "") == (sector ?? "") && c.Waste == waste) is { } change ? file with { Changes = file.Changes.Remove(change) } : null, cancellation);
        return Done(result, CollectionTexts.T["ChangeRemoved"]);
    }

    /// <summary>The commune takes the métropole's sectors over and edits them itself from now on.</summary>
    public async Task<IActionResult> OnPostAdoptAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (await SharedAsync(cancellation) is not { } shared)
            return Done(EverydayResult.Stale, "");
        var result = await Tools.Store.ChangeAsync(Source, CollectionTexts.T["SubjectAdopted"], file => file.Sectors.IsEmpty ? shared : null, cancellation);
        return Done(result, CollectionTexts.T["Adopted"]);
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        var shown = State.Value;
        if (shown.Sectors.IsEmpty && await SharedAsync(cancellation) is { } shared)
            (shown, Metropole) = (shared, (await reading.NowAsync(cancellation)).Snapshot!.Metropole!.Site.Name);
        var insee = Context.Site.Insee ?? (await reading.NowAsync(cancellation)).Snapshot?.Sites.Values.Select(s => s.Site.Insee).FirstOrDefault(i => i is not null);
        Lines = [.. shown.Sectors.Select((s, i) => new SectorRow(i + 1, s, NextDays.Of(shown, s, Context.Today, insee, NextShown)))];
        Changes = [.. State.Value.Changes.Where(c => (c.To ?? c.Date) >= Context.Today || c.Date >= Context.Today).OrderBy(c => c.Date)];
    }

    private void ShowSettings() => (Holidays, Note, Was) = (State.Value.Holidays, State.Value.Note, PrintOf(State.Value));

    /// <summary>The other form of the screen was not sent: it shows what is stored.</summary>
    private void Keep()
    {
        ModelState.Remove(nameof(Note));
        ModelState.Remove(nameof(Holidays));
        ShowSettings();
    }

    /// <summary>What the métropole says of this commune's collections; null: nothing.</summary>
    private async Task<WasteCollections?> SharedAsync(CancellationToken cancellation)
    {
        if (Context.Site.Kind == SiteKind.Metropole || (await reading.NowAsync(cancellation)).Snapshot?.Metropole?.Everyday.Collections is not { } theirs)
            return null;
        ImmutableArray<WasteSector> ours = [.. theirs.Sectors.Where(s => s.Sites.Contains(Tools.Site.Key)).Select(s => s with { Sites = [] })];
        var keys = ours.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return ours.IsEmpty ? null : theirs with { Sectors = ours, Changes = [.. theirs.Changes.Where(c => c.Sector is null || keys.Contains(c.Sector))] };
    }

    private static WasteCollections Added(WasteCollections file, WasteChange change)
    {
        var others = file.Changes.RemoveAll(c => c.Date == change.Date && c.Sector == change.Sector && c.Waste == change.Waste);
        return file with { Changes = [.. others.Append(change).OrderBy(c => c.Date)] };
    }

    private static string PrintOf(WasteCollections file) => EverydayFiles.Collections.Print(file with { Sectors = [], Changes = [] });
}
