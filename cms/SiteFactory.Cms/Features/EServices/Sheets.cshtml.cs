using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>Which sheets of service-public.fr are shown, out of those that the territory keeps.</summary>
public abstract class SheetsPage(TerritoryReading reading) : SettingsPage
{
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

    /// <summary>Whether there is a choice between the territory's list and an own one.</summary>
    public abstract bool IsOfSite { get; }

    /// <summary>How many the territory's list has.</summary>
    public int Territorial { get; protected set; }

    private ImmutableArray<string> Words => [.. Slug.From(Query ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Reads the sheets.</summary>
    protected async Task LoadAsync(CancellationToken cancellation)
    {
        var snapshot = (await reading.NowAsync(cancellation)).Snapshot;
        Known = [.. (snapshot?.Sheets.Values ?? []).Where(s => s.Id[0] != 'R').OrderBy(s => s.Theme ?? "~", StringComparer.Ordinal).ThenBy(s => s.Title, StringComparer.Ordinal)];
    }

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
public sealed class SheetsModel(TerritoryReading reading, SettingsStore settings) : SheetsPage(reading)
{
    /// <inheritdoc/>
    public override bool IsOfSite => true;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (site, version) = await settings.SiteAsync(cancellation);
        var territory = (await settings.TerritoryAsync(cancellation)).Value;
        (Version, Own, Territorial) = (version, site.EServices.Sheets is not null, territory.Sheets.Length);
        Chosen = [.. site.EServices.Sheets ?? territory.Sheets];
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var before = (await settings.SiteAsync(cancellation)).Value.EServices.Sheets ?? [];
        ImmutableArray<string>? chosen = Own ? Ticked(before) : null;
        return Answer(await settings.SaveAsync(Version, "sheets-saved", s => s with { EServices = s.EServices with { Sheets = chosen } }, cancellation));
    }
}

/// <summary>The list that every site has unless it makes its own.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritorySheetsModel(TerritoryReading reading, SettingsStore settings) : SheetsPage(reading)
{
    /// <inheritdoc/>
    public override bool IsOfSite => false;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (territory, version) = await settings.TerritoryAsync(cancellation);
        (Version, Own, Chosen) = (version, true, [.. territory.Sheets]);
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var chosen = Ticked((await settings.TerritoryAsync(cancellation)).Value.Sheets);
        return Answer(await settings.SaveAsync(Version, "sheets-saved", (Territory t) => t with { Sheets = chosen }, cancellation));
    }
}
