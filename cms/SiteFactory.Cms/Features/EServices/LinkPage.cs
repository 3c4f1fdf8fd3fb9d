using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>Adds, changes or removes a declared link, or words about a service that a portal describes.</summary>
public abstract class LinkPage(LinkCheck check) : SettingsPage
{
    /// <summary>The kind of a new link.</summary>
    [BindProperty(SupportsGet = true, Name = "genre")]
    public string? Genre { get; set; }

    [BindProperty]
    public LinkForm Form { get; set; } = new();

    /// <summary>The kind's texts; null for words about a service that is described elsewhere.</summary>
    public LinkKind? Kind { get; private set; }

    /// <summary>What is known of it; null for a new link.</summary>
    public RoutedService? Service { get; private set; }

    /// <summary>What stands in the settings; null: nothing yet.</summary>
    public EServiceEntry? Entry { get; private set; }

    /// <summary>The title that it has without these settings; null: none.</summary>
    public string? PlainTitle { get; private set; }

    /// <summary>What the screen is about.</summary>
    public string Heading => Kind is { } kind ? EServiceTexts.T["Kind." + kind.Key] : EServiceTexts.T.Format("WordsTitle", Service?.Title ?? Entry!.Title ?? Entry.Key);

    /// <summary>Categories that other services have.</summary>
    public IReadOnlyList<string> Categories { get; private set; } = [];

    /// <summary>Where to go or call.</summary>
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    /// <summary>The screen that lists the services.</summary>
    public abstract string ListAddress { get; }

    /// <summary>Whether it is for every commune of the territory.</summary>
    public abstract bool IsOfTerritory { get; }

    /// <summary>Names of the sites that chose the service by name: they are told before it goes.</summary>
    public virtual IReadOnlyList<string> Users => [];

    private LinkGround Ground { get; set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        Version = Ground.Version;
        Form = Entry is not null ? LinkForm.Of(Entry) : Kind is null ? new() : Start(Kind);
        return Page();
    }

    /// <summary>Saves it; the link is looked at, and what is wrong with it is told.</summary>
    public async Task<IActionResult> OnPostAsync(string? key, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        var before = Entry ?? new EServiceEntry(key ?? "") { Kind = Kind?.Kind ?? EServiceKind.Portal, Icon = Kind?.Icon };
        var entry = Form.Read(before, new(ModelState));
        if (entry.Office is not null && Offices.All(o => o.Value != entry.Office))
            ModelState.AddModelError("Form." + nameof(LinkForm.Office), EServiceTexts.T["OfficeGone"]);
        if (!ModelState.IsValid)
            return Page();
        if (key is null)
            entry = entry with { Key = LinkForm.KeyOf(entry.Title!, Ground.Taken) };
        var result = await WriteAsync(key is null ? "link-added" : "link-saved", entry, isNew: key is null, cancellation);
        if (!result.IsSaved)
            return Refused(result);
        await TellAsync(entry, cancellation);
        return Redirect($"{ListAddress}#ligne-{entry.Key}");
    }

    /// <summary>Takes it out of the settings.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? key, CancellationToken cancellation)
    {
        if (key is null || !await LoadAsync(key, cancellation) || Entry is null)
            return NotFound();
        var result = await RemoveAsync("link-removed", Entry, cancellation);
        if (!result.IsSaved)
            return Refused(result);
        TempData["Done"] = EServiceTexts.T["Removed"];
        return Redirect(ListAddress);
    }

    /// <summary>Reads what the form stands on.</summary>
    protected abstract Task<LinkGround> ReadAsync(string? key, CancellationToken cancellation);

    /// <summary>Writes the entry into the settings.</summary>
    /// <param name="action">For the journal.</param>
    protected abstract Task<SettingsResult> WriteAsync(string action, EServiceEntry entry, bool isNew, CancellationToken cancellation);

    /// <summary>Takes the entry out of the settings.</summary>
    /// <param name="action">For the journal.</param>
    protected abstract Task<SettingsResult> RemoveAsync(string action, EServiceEntry entry, CancellationToken cancellation);

    private static LinkForm Start(LinkKind kind) => new() { Access = kind.Access?.ToString(), LifeEvents = [.. kind.LifeEvents], Title = EServiceTexts.T[$"Kind.{kind.Key}.title"], Category = EServiceTexts.T[$"Kind.{kind.Key}.category"] };

    private async Task TellAsync(EServiceEntry entry, CancellationToken cancellation)
    {
        TempData["Done"] = SettingsTexts.T["Saved"];
        if (DeclaredLinks.Address(entry) is { } address && await check.LookAsync(address, cancellation) is { } problem)
            TempData["Warning"] = EServiceTexts.T.Format("SavedBut", EServiceTexts.T["Link" + problem]);
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused(SettingsResult result)
    {
        if (result.IsStale)
            ModelState.AddModelError(string.Empty, SettingsTexts.T["Stale"]);
        foreach (var fault in result.Faults)
            ModelState.AddModelError(string.Empty, $"{fault.Message} {fault.Cure}");
        return Page();
    }

    private async Task<bool> LoadAsync(string? key, CancellationToken cancellation)
    {
        Ground = await ReadAsync(key, cancellation);
        Entry = Ground.Entries.FirstOrDefault(s => s.Key == key);
        Service = key is null ? null : Ground.Offered.FirstOrDefault(s => s.Key == key);
        PlainTitle = Ground.Plain.FirstOrDefault(s => s.Key == key)?.Title;
        Kind = key is null ? LinkKinds.Find(Genre) ?? LinkKinds.Find("lien") : Entry is { Kind: not EServiceKind.Portal } ? KindOf(Entry) : null;
        Categories = [.. Ground.Offered.Select(s => s.Words.Category).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Offices = [new(EServiceTexts.T["NoOffice"], ""), .. Ground.Offices];
        if (Entry?.Office is { } office && Offices.All(o => o.Value != office))
            Offices = [.. Offices, new(office, office)];
        return Kind is not null || Service is not null || Entry is not null;
    }

    private static LinkKind KindOf(EServiceEntry entry) =>
        LinkKinds.All.FirstOrDefault(k => k.Kind == entry.Kind && (entry.Kind != EServiceKind.Link || (k.Access == EServiceAccess.Paper && entry is { Access: EServiceAccess.Paper, Url: null })))
        ?? LinkKinds.Find("lien")!;
}
