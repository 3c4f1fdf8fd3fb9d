using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Sheets.Source;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>Which sheets of service-public.fr are shown: those that the territory keeps, and any other that the official source offers.</summary>
public abstract class SheetsPage(TerritoryReading reading, SheetShelf shelf, SheetRegister register) : SettingsPage
{
    private const int MostOffered = 40;

    /// <summary>Words of a title.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>The list is the site's own, and not the territory's.</summary>
    [BindProperty]
    public bool Own { get; set; }

    /// <summary>Ids of the sheets that are ticked.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Every sheet that the territory keeps, by theme and title.</summary>
    public IReadOnlyList<Sheet> Known { get; private set; } = [];

    /// <summary>Those whose title, theme or description has the words.</summary>
    public IReadOnlyList<Sheet> Found => Words.Length == 0 ? Known : [.. Known.Where(s => Words.All(w => Folded(s).Contains(w, StringComparison.Ordinal)))];

    /// <summary>How the official list is; null: nobody searches.</summary>
    public ShelfState? Shelf { get; private set; }

    /// <summary>Official sheets with the words that the territory does not keep yet.</summary>
    public IReadOnlyList<SheetTitle> Offered { get; private set; } = [];

    /// <summary>There are more of them than are shown.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Whether there is a choice between the territory's list and an own one.</summary>
    public abstract bool IsOfSite { get; }

    /// <summary>How many the territory's list has.</summary>
    public int Territorial { get; protected set; }

    /// <summary>For whom sheets are brought in, in the journal; null: the territory.</summary>
    protected abstract string? SiteKey { get; }

    private ImmutableArray<string> Words => [.. Slug.From(Query ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Brings a sheet in that the territory does not keep yet, and chooses it with what is ticked.</summary>
    public async Task<IActionResult> OnPostAddAsync(string id, CancellationToken cancellation)
    {
        if (!Sheet.IsId(id) || await shelf.TakeAsync(id, cancellation) is not { } found || found.Sheets.FirstOrDefault(s => s.Id == id) is not { } sheet)
        {
            await LoadAsync(cancellation);
            ModelState.AddModelError(string.Empty, EServiceTexts.T["SheetNotHad"]);
            return Page();
        }
        await register.AddAsync(found.Sheets, sheet.Title, SiteKey, cancellation);
        Own = true;
        Chosen.Add(id);
        await LoadAsync(cancellation);
        var result = Answer(await SaveAsync(cancellation));
        if (result is PageResult)
            return result;
        TempData["Done"] = EServiceTexts.T.Format("SheetAdded", sheet.Title);
        return RedirectToPage();
    }

    /// <summary>Saves the choice.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Answer(await SaveAsync(cancellation));
    }

    /// <summary>Writes the choice into the settings.</summary>
    protected abstract Task<SettingsResult> SaveAsync(CancellationToken cancellation);

    /// <summary>Reads the sheets.</summary>
    protected async Task LoadAsync(CancellationToken cancellation)
    {
        var snapshot = (await reading.NowAsync(cancellation)).Snapshot;
        Known = [.. (snapshot?.Sheets.Values ?? []).Where(s => s.Id[0] != 'R').OrderBy(s => s.Theme ?? "~", StringComparer.Ordinal).ThenBy(s => s.Title, StringComparer.Ordinal)];
        await CountAsync(cancellation);
        if (Words.IsEmpty)
            return;
        var list = await shelf.ListAsync(cancellation);
        var known = Known.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var fitting = list.Find(Words).Where(t => !known.Contains(t.Id)).Take(MostOffered + 1).ToList();
        (Shelf, Offered, HasMore) = (list.State, [.. fitting.Take(MostOffered)], fitting.Count > MostOffered);
    }

    /// <summary>Reads what the choice stands beside.</summary>
    protected abstract Task CountAsync(CancellationToken cancellation);

    /// <summary>The ticked ones; what stands in the settings and is not kept here stays.</summary>
    protected ImmutableArray<string> Ticked(ImmutableArray<string> before)
    {
        var known = Known.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return [.. before.Where(id => !known.Contains(id) || Chosen.Contains(id)), .. Chosen.Where(id => known.Contains(id) && !before.Contains(id)).Distinct(StringComparer.Ordinal)];
    }

    private static string Folded(Sheet sheet) => Slug.From($"{sheet.Title} {sheet.Theme} {sheet.Folder} {sheet.Description} {sheet.Id}");
}

/// <summary>The site's list.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class SheetsModel(TerritoryReading reading, SheetShelf shelf, SheetRegister register, SettingsStore settings, CurrentSite site) : SheetsPage(reading, shelf, register)
{
    /// <inheritdoc/>
    public override bool IsOfSite => true;

    /// <inheritdoc/>
    protected override string? SiteKey => site.Key;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (now, version) = await settings.SiteAsync(cancellation);
        (Version, Own) = (version, now.EServices.Sheets is not null);
        Chosen = [.. now.EServices.Sheets ?? (await settings.TerritoryAsync(cancellation)).Value.Sheets];
    }

    /// <inheritdoc/>
    protected override async Task<SettingsResult> SaveAsync(CancellationToken cancellation)
    {
        var before = (await settings.SiteAsync(cancellation)).Value.EServices.Sheets ?? [];
        ImmutableArray<string>? chosen = Own ? Ticked(before) : null;
        return await settings.SaveAsync(Version, "sheets-saved", s => s with { EServices = s.EServices with { Sheets = chosen } }, cancellation);
    }

    /// <inheritdoc/>
    protected override async Task CountAsync(CancellationToken cancellation) => Territorial = (await settings.TerritoryAsync(cancellation)).Value.Sheets.Length;
}

/// <summary>The list that every site has unless it makes its own.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritorySheetsModel(TerritoryReading reading, SheetShelf shelf, SheetRegister register, SettingsStore settings) : SheetsPage(reading, shelf, register)
{
    /// <inheritdoc/>
    public override bool IsOfSite => false;

    /// <inheritdoc/>
    protected override string? SiteKey => null;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (territory, version) = await settings.TerritoryAsync(cancellation);
        (Version, Own, Chosen) = (version, true, [.. territory.Sheets]);
    }

    /// <inheritdoc/>
    protected override async Task<SettingsResult> SaveAsync(CancellationToken cancellation)
    {
        var chosen = Ticked((await settings.TerritoryAsync(cancellation)).Value.Sheets);
        return await settings.SaveAsync(Version, "sheets-saved", (Territory t) => t with { Sheets = chosen }, cancellation);
    }

    /// <inheritdoc/>
    protected override Task CountAsync(CancellationToken cancellation) => Task.CompletedTask;
}
