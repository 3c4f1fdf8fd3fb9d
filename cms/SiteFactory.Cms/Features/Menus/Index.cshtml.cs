using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Menus;

/// <summary>The site's menu: the tree of pages, or one written by hand.</summary>
[SiteAccess(SiteRight.Publish)]
public sealed class IndexModel(CurrentSite site, SettingsStore settings, EditContexts contexts, TerritoryReading reading) : PageModel
{
    private const int Blank = 3;

    /// <summary>The menu is written by hand.</summary>
    [BindProperty]
    public bool Own { get; set; }

    /// <summary>Its lines.</summary>
    [BindProperty]
    public List<MenuRow> Rows { get; set; } = [];

    /// <summary>The version of the settings that the form started from.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Addresses that a line can lead to, with their titles.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Addresses { get; private set; } = [];

    /// <summary>Shows the menu.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var context = await contexts.GetAsync(cancellation);
        await LoadAsync(cancellation);
        Own = context.Site.Navigation is not null;
        Version = site.Record!.Version;
        Rows = MenuRows.Of(context.Site.Navigation ?? await TopAsync(cancellation));
        AddBlank();
    }

    /// <summary>Saves it; the public sees it at once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var known = Addresses.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var menu = Own ? MenuRows.Menu(Rows.Select((r, i) => (r, i)), known, new(ModelState)) : [];
        if (ModelState.IsValid && await SaveAsync(Own ? menu : null, cancellation))
        {
            TempData["Done"] = MenuTexts.T["Saved"];
            return RedirectToPage();
        }
        AddBlank();
        return Page();
    }

    /// <param name="menu">Null: the tree of pages is the menu.</param>
    private async Task<bool> SaveAsync(ImmutableArray<NavigationEntry>? menu, CancellationToken cancellation)
    {
        var result = await settings.SaveAsync(Version, "menu-saved", own => own with { Navigation = menu }, cancellation);
        if (result.IsStale)
            ModelState.AddModelError(string.Empty, MenuTexts.T["Changed"]);
        foreach (var fault in result.Faults)
            ModelState.AddModelError(string.Empty, FaultFields.Sentence(fault));
        return result.IsSaved;
    }

    /// <summary>The lines that the tree gives, to start from.</summary>
    private async Task<ImmutableArray<NavigationEntry>> TopAsync(CancellationToken cancellation)
    {
        var content = (await reading.NowAsync(cancellation)).Snapshot?.Sites.GetValueOrDefault(site.Key);
        return [.. (content?.Pages ?? []).Where(p => p is { Nav: true, Key.Length: > 0 } && !p.Key.Contains('/', StringComparison.Ordinal)).OrderBy(p => p.Order).Select(p => new NavigationEntry(p.Title, p.Path, null, null))];
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var content = (await reading.NowAsync(cancellation)).Snapshot?.Sites.GetValueOrDefault(site.Key);
        var pages = (content?.Pages ?? []).Where(p => p.Key.Length > 0).Select(p => KeyValuePair.Create(p.Path, p.Title));
        var others = SiteAddresses.System.Order(StringComparer.Ordinal).Select(a => KeyValuePair.Create(a, a));
        Addresses = [KeyValuePair.Create("/", "/"), .. pages, .. others];
    }

    private void AddBlank()
    {
        for (var i = 0; i < Blank; i++)
            Rows.Add(new() { Rank = (Rows.Count + 1) * 10 });
    }
}
