using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>Who serves the commune's démarches: the territory's portal alone, or another one beside it.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class PortalModel(ServicePictures pictures, SettingsStore settings, PortalFinder finder, PortalRegister register, CatalogueRefresh refresh, CurrentSite site, TerritoryTime time) : SettingsPage
{
    private static readonly Duration JustAsked = Duration.FromMinutes(1);

    /// <summary>The model.</summary>
    [BindProperty]
    public EServiceModel Model { get; set; }

    /// <summary>The key of the portal of the commune's own services.</summary>
    [BindProperty]
    public string? Own { get; set; }

    /// <summary>The address of a portal that the territory does not know yet.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>Its name before people.</summary>
    [BindProperty]
    public string? Label { get; set; }

    public ServicePicture Picture { get; private set; } = null!;

    /// <summary>What was found at the address; null: nobody looked.</summary>
    public PortalLook? Look { get; private set; }

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>The métropole's own site has the territory's portal, and no other.</summary>
    public bool IsMetropole => site.Record!.Kind == SiteKind.Metropole;

    /// <summary>The portal on which shared services open.</summary>
    public PortalDeclaration? Common => ServiceRouting.TerritoryPortal(Picture.Territory, Picture.Site);

    /// <summary>The portals that a commune can have beside it.</summary>
    public IEnumerable<PortalDeclaration> Others => Picture.Territory.Portals.Where(p => p.Key != Common?.Key);

    /// <summary>Shows the choice.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (Version, Model, Own) = (Picture.Version, Picture.Site.EServices.Model, Picture.Site.EServices.Portal);
    }

    /// <summary>Saves the choice.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var own = Others.FirstOrDefault(p => p.Key == Own)?.Key;
        if (Model != EServiceModel.Shared && own is null)
            ModelState.AddModelError(nameof(Own), EServiceTexts.T["OwnMissing"]);
        if (!ModelState.IsValid)
            return Page();
        // What the portal offers is there when the list is looked at next.
        if (own is not null)
            await refresh.RunAsync(JustAsked, own, cancellation);
        return Answer(await SaveAsync(Model, Model == EServiceModel.Shared ? Common?.Key : own, cancellation));
    }

    /// <summary>Looks at the address, and says what is there.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Look = await finder.LookAsync(Address, Picture.Territory, cancellation);
        if (Look.Problem is { } problem)
            ModelState.AddModelError(nameof(Address), problem);
        return Page();
    }

    /// <summary>Adds the portal to the territory's list and gives it to the commune.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Look = await finder.LookAsync(Address, Picture.Territory, cancellation);
        var label = Look.Known is { } known ? ServicePicture.NameOf(known) : new FormErrors(ModelState).Required(nameof(Label), Label, EServiceTexts.T["LabelMissing"]);
        if ((Look.Problem ?? (Look.Known is not null && Look.Known.Key == Common?.Key ? EServiceTexts.T["OwnIsCommon"] : null)) is { } problem)
            ModelState.AddModelError(nameof(Address), problem);
        if (!ModelState.IsValid)
            return Page();
        var key = Look.Known?.Key ?? await register.AddAsync(new(site.Key, Look.Found!.Kind!, Look.Address, label), site.Key, cancellation);
        await refresh.RunAsync(Duration.Zero, key, cancellation);
        return Answer(await SaveAsync(Model == EServiceModel.Shared ? EServiceModel.Own : Model, key, cancellation));
    }

    private Task<SettingsResult> SaveAsync(EServiceModel model, string? portal, CancellationToken cancellation) =>
        settings.SaveAsync(Version, "portal-chosen", s => s with { EServices = s.EServices with { Model = model, Portal = portal } }, cancellation);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Picture = await pictures.LookAsync(cancellation);
        Zone = await time.ZoneAsync(cancellation);
    }
}
