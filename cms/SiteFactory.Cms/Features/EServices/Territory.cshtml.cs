using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>A portal of the territory, and how it is.</summary>
/// <param name="Users">Names of the sites whose own portal it is.</param>
/// <param name="Services">How many it offers; null: it never told.</param>
public sealed record PortalLine(PortalDeclaration Portal, CatalogueRecord? Reading, int? Services, IReadOnlyList<string> Users, bool IsCommon);

/// <summary>The territory's portals, what every commune shares of them, and what is put forward everywhere.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritoryModel(TerritoryPictures pictures, SettingsStore settings, PortalFinder finder, PortalRegister register, CatalogueRefresh refresh, SettingsCheck check, TerritoryTime time) : SettingsPage
{
    private static readonly Duration JustAsked = Duration.FromSeconds(10);

    /// <summary>The key of the portal on which shared services open.</summary>
    [BindProperty]
    public string? Common { get; set; }

    /// <summary>Keys of the services of which nobody knows at the start who will handle them.</summary>
    [BindProperty]
    public List<string> Shared { get; set; } = [];

    /// <summary>Keys of the services that home pages put forward.</summary>
    [BindProperty]
    public List<string> Featured { get; set; } = [];

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    public IReadOnlyList<PortalLine> Lines { get; private set; } = [];

    /// <summary>The services of every commune: those of the common portal, and the territory's links.</summary>
    public ImmutableArray<RoutedService> Services { get; private set; } = [];

    /// <summary>What was found at the address; null: nobody looked.</summary>
    public PortalLook? Look { get; private set; }

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>All that is known.</summary>
    public TerritoryPicture Picture { get; private set; } = null!;

    private Territory Territory => Picture.Territory;

    /// <summary>What the last look at the service's own address found; null: nothing wrong, or no look yet.</summary>
    public LinkRecord? Broken(RoutedService service) =>
        service.Portal is null && DeclaredLinks.Address(service.Words) is { } address && Picture.Links.TryGetValue(address, out var link) && link.Problem is not null ? link : null;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Version = Picture.Version;
        Common = Lines.FirstOrDefault(l => l.IsCommon)?.Portal.Key;
        (Shared, Featured) = ([.. Territory.EServices.Shared], [.. Territory.EServices.Featured]);
    }

    /// <summary>Saves the choices.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Featured.Count > ServiceRows.MostFeatured)
            ModelState.AddModelError(string.Empty, EServiceTexts.T.Format("TooManyFeatured", ServiceRows.MostFeatured));
        if (!ModelState.IsValid)
            return Page();
        var known = Services.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return Answer(await settings.SaveAsync(Version, "portals-saved", (Territory t) => t with
        {
            EServices = t.EServices with
            {
                Portal = t.Portals.FirstOrDefault(p => p.Key == Common)?.Key ?? t.EServices.Portal,
                Shared = Chosen(t.EServices.Shared, Shared, known),
                Featured = Chosen(t.EServices.Featured, Featured, known),
            },
        }, cancellation));
    }

    /// <summary>Asks every portal now.</summary>
    public async Task<IActionResult> OnPostRefreshAsync(CancellationToken cancellation)
    {
        await refresh.RunAsync(JustAsked, null, cancellation);
        TempData["Done"] = EServiceTexts.T["Asked"];
        return RedirectToPage();
    }

    /// <summary>Looks at the address, and says what is there.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await LookAsync(cancellation);
        return Page();
    }

    /// <summary>Adds a portal, for communes to choose.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await LookAsync(cancellation);
        var label = new FormErrors(ModelState).Required(nameof(Label), Label, EServiceTexts.T["LabelMissing"]);
        if (!ModelState.IsValid)
            return Page();
        var wish = Slug.From(label) is { Length: > 0 } slug ? slug : "portail";
        var key = Look!.Known?.Key ?? await register.AddAsync(new(wish, Look.Found!.Kind!, Look.Address, label), null, cancellation);
        await refresh.RunAsync(Duration.Zero, key, cancellation);
        TempData["Done"] = EServiceTexts.T.Format("PortalAdded", label);
        return RedirectToPage();
    }

    /// <summary>Takes a portal out that nobody uses.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string portal, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Lines.FirstOrDefault(l => l.Portal.Key == portal) is not { IsCommon: false, Users.Count: 0 })
            return NotFound();
        var without = Territory with { Portals = [.. Territory.Portals.Where(p => p.Key != portal)] };
        if (await UsedByAsync(portal, without, cancellation) is { } use)
        {
            ModelState.AddModelError(string.Empty, EServiceTexts.T.Format("PortalUsed", use));
            return Page();
        }
        return Answer(await settings.SaveAsync(Version, "portal-removed", (Territory t) => t with { Portals = [.. t.Portals.Where(p => p.Key != portal)] }, cancellation));
    }

    // What stands in the settings and is not in the list stays; the order that it had stays too.
    private static ImmutableArray<string> Chosen(ImmutableArray<string> before, List<string> ticked, HashSet<string> known) =>
        [.. before.Where(k => !known.Contains(k) || ticked.Contains(k)), .. ticked.Where(k => known.Contains(k) && !before.Contains(k)).Distinct(StringComparer.Ordinal)];

    /// <summary>A text or a setting of some site that still names the portal; null: nothing does.</summary>
    private async Task<string?> UsedByAsync(string portal, Territory without, CancellationToken cancellation)
    {
        if (await check.NamingPortalAsync(portal, cancellation) is { } item)
            return $"{item.SiteKey}, {item.Title}";
        return (await check.BeforeSavingAsync(without, cancellation)).FirstOrDefault() is { } fault ? fault.Message : null;
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        Look = await finder.LookAsync(Address, Territory, cancellation);
        if (Look.Problem is { } problem)
            ModelState.AddModelError(nameof(Address), problem);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Zone = await time.ZoneAsync(cancellation);
        Picture = await pictures.LookAsync(cancellation);
        Lines = [.. Territory.Portals.Select(Line)];
        Services = Picture.Services;
    }

    private PortalLine Line(PortalDeclaration portal) => new(
        portal,
        Picture.Readings.GetValueOrDefault(portal.Key),
        Picture.Catalogues.Of(portal.Key)?.Services.Length,
        [.. Picture.Sites.Where(s => s.EServices.Portal == portal.Key).Select(s => s.Name)],
        portal.Key == Picture.Common?.Key);
}
