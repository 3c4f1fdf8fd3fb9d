using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>Adds, changes or removes a link of the site's own, or the site's words about a service of a portal.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class LinkModel(ServicePictures pictures, SettingsStore settings, LinkCheck check, TerritoryReading reading, CurrentSite site) : SettingsPage
{
    /// <summary>The kind of a new link.</summary>
    [BindProperty(SupportsGet = true, Name = "genre")]
    public string? Genre { get; set; }

    [BindProperty]
    public LinkForm Form { get; set; } = new();

    /// <summary>The kind's texts; null for words about a portal's service.</summary>
    public LinkKind? Kind { get; private set; }

    /// <summary>What the portal says of it; null for a link.</summary>
    public RoutedService? Service { get; private set; }

    /// <summary>What stands in the settings; null: nothing yet.</summary>
    public EServiceEntry? Entry { get; private set; }

    /// <summary>Categories that other services have.</summary>
    public IReadOnlyList<string> Categories { get; private set; } = [];

    /// <summary>Where to go or call.</summary>
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    private ServicePicture Picture { get; set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        Version = Picture.Version;
        Form = Entry is not null ? LinkForm.Of(Entry) : Service is not null ? new() : Start(Kind!);
        return Page();
    }

    /// <summary>Saves it; the link is looked at, and what is wrong with it is told.</summary>
    public async Task<IActionResult> OnPostAsync(string? key, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        var before = Entry ?? new EServiceEntry(key ?? "") { Kind = Kind?.Kind ?? EServiceKind.Portal, Icon = Kind?.Icon };
        var entry = Form.Read(before, new(ModelState));
        if (!ModelState.IsValid)
            return Page();
        if (key is null)
            entry = entry with { Key = LinkForm.KeyOf(entry.Title!, Picture.Offered.Select(s => s.Key).Concat(Picture.Site.EServices.Services.Select(s => s.Key)).ToHashSet(StringComparer.Ordinal)) };
        var result = await settings.SaveAsync(Version, key is null ? "link-added" : "link-saved", s => s with { EServices = With(s.EServices, entry, isNew: key is null) }, cancellation);
        if (!result.IsSaved)
            return Refused(result);
        await TellAsync(entry, cancellation);
        return Redirect($"/s/{site.Key}/demarches#ligne-{entry.Key}");
    }

    /// <summary>Takes it out of the settings.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? key, CancellationToken cancellation)
    {
        if (key is null || !await LoadAsync(key, cancellation) || Entry is null)
            return NotFound();
        var result = await settings.SaveAsync(Version, "link-removed", s => s with { EServices = Without(s.EServices, key, isLink: Entry.Kind != EServiceKind.Portal) }, cancellation);
        if (!result.IsSaved)
            return Refused(result);
        TempData["Done"] = EServiceTexts.T["Removed"];
        return Redirect($"/s/{site.Key}/demarches");
    }

    private static LinkForm Start(LinkKind kind) => new() { Access = kind.Access?.ToString(), LifeEvents = [.. kind.LifeEvents], Title = EServiceTexts.T[$"Kind.{kind.Key}.title"], Category = EServiceTexts.T[$"Kind.{kind.Key}.category"] };

    private static EServiceSettings With(EServiceSettings before, EServiceEntry entry, bool isNew)
    {
        var at = before.Services.IndexOf(before.Services.FirstOrDefault(s => s.Key == entry.Key)!);
        return before with
        {
            Services = at < 0 ? before.Services.Add(entry) : before.Services.SetItem(at, entry),
            // Who adds a service wants it to be seen.
            Chosen = isNew ? before.Chosen?.Add(entry.Key) : before.Chosen,
        };
    }

    private static EServiceSettings Without(EServiceSettings before, string key, bool isLink) => before with
    {
        Services = [.. before.Services.Where(s => s.Key != key)],
        Chosen = isLink ? before.Chosen?.Remove(key) : before.Chosen,
        Featured = isLink ? before.Featured.Remove(key) : before.Featured,
    };

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
        Picture = await pictures.LookAsync(cancellation);
        Entry = Picture.Site.EServices.Services.FirstOrDefault(s => s.Key == key);
        Service = key is null || Entry is { Kind: not EServiceKind.Portal } ? null : Picture.Offered.FirstOrDefault(s => s.Key == key && s.Portal is not null);
        Kind = key is null ? LinkKinds.Find(Genre) ?? LinkKinds.Find("lien") : Entry is { Kind: not EServiceKind.Portal } ? KindOf(Entry) : null;
        Categories = [.. Picture.Offered.Select(s => s.Words.Category).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var directory = (await reading.NowAsync(cancellation)).Snapshot?.Sites.GetValueOrDefault(site.Key)?.Directory ?? [];
        Offices = [new(EServiceTexts.T["NoOffice"], ""), .. directory.OrderBy(d => d.Title, StringComparer.Ordinal).Select(d => new SelectListItem(d.Title, d.Key))];
        if (Entry?.Office is { } office && Offices.All(o => o.Value != office))
            Offices = [.. Offices, new(office, office)];
        return Kind is not null || Service is not null || Entry is not null;
    }

    private static LinkKind KindOf(EServiceEntry entry) =>
        LinkKinds.All.FirstOrDefault(k => k.Kind == entry.Kind && (entry.Kind != EServiceKind.Link || (k.Access == EServiceAccess.Paper && entry is { Access: EServiceAccess.Paper, Url: null })))
        ?? LinkKinds.Find("lien")!;
}
