using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>The site's démarches: which are shown, in which order, which are put forward, who handles each, and how the portals are.</summary>
[SiteAccess(SiteRight.See, Post = SiteRight.Manage)]
public sealed class IndexModel(ServicePictures pictures, SettingsStore settings, CatalogueRefresh refresh, CurrentSite site, CurrentPerson person, TerritoryTime time) : SettingsPage
{
    // Somebody who presses the button again and again asks the portals no oftener.
    private static readonly Duration JustAsked = Duration.FromSeconds(10);

    /// <summary>Everything is shown, what will come included.</summary>
    [BindProperty]
    public bool All { get; set; }

    [BindProperty]
    public List<ServiceRow> Rows { get; set; } = [];

    /// <summary>The line that was just moved.</summary>
    public string? Moved { get; private set; }

    public ServicePicture Picture { get; private set; } = null!;

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>Whether this person may change anything here.</summary>
    public bool MayChange => person.Rights.Allow(site.Key, site.Record!.Kind, SiteRight.Manage);

    /// <summary>What is known of a line; null: nobody offers it.</summary>
    public RoutedService? Service(string key) => Picture.Offered.FirstOrDefault(s => s.Key == key);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (Version, All, Rows) = (Picture.Version, Picture.Site.EServices.Chosen is null, ServiceRows.Of(Picture));
    }

    /// <summary>Moves a line; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostMoveAsync(string? up, string? down, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Moved = up ?? down ?? "";
        ServiceRows.Move(Rows, Moved, up is not null);
        All = false;
        // The form shows the new order, not what was sent.
        ModelState.Clear();
        return Page();
    }

    /// <summary>Saves the list.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var changed = ServiceRows.Apply(Picture.Site.EServices, Rows, All, Picture.Offered, Picture.Territory.EServices.Featured);
        if (changed.Featured.Length > ServiceRows.MostFeatured)
            ModelState.AddModelError(string.Empty, EServiceTexts.T.Format("TooManyFeatured", ServiceRows.MostFeatured));
        return ModelState.IsValid
            ? Answer(await settings.SaveAsync(Version, "services-saved", s => s with { EServices = changed }, cancellation))
            : Page();
    }

    /// <summary>Asks the portals now.</summary>
    public async Task<IActionResult> OnPostRefreshAsync(CancellationToken cancellation)
    {
        foreach (var portal in (await pictures.LookAsync(cancellation)).Portals)
            await refresh.RunAsync(JustAsked, portal.Key, cancellation);
        TempData["Done"] = EServiceTexts.T["Asked"];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Picture = await pictures.LookAsync(cancellation);
        Zone = await time.ZoneAsync(cancellation);
    }
}
