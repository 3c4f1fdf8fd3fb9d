using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>A portal of the territory, and how it is.</summary>
/// <param name="Users">Names of the sites whose own portal it is.</param>
/// <param name="Services">How many it offers; null: it never told.</param>
public sealed record PortalLine(PortalDeclaration Portal, CatalogueRecord? Reading, int? Services, IReadOnlyList<string> Users, bool IsCommon);

/// <summary>The territory's portals, what every commune shares of them, and what is put forward everywhere.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritoryModel(SettingsStore settings, CmsDbContext database, PortalFinder finder, PortalRegister register, CatalogueRefresh refresh, SettingsCheck check, TerritoryTime time) : SettingsPage
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

    /// <summary>The services of the common portal.</summary>
    public ImmutableArray<RoutedService> Services { get; private set; } = [];

    /// <summary>What was found at the address; null: nobody looked.</summary>
    public PortalLook? Look { get; private set; }

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    private Territory Territory { get; set; } = null!;

    private Dictionary<string, LinkRecord> Links { get; set; } = [];

    /// <summary>What the last look at the service's own address found; null: nothing wrong, or no look yet.</summary>
    public LinkRecord? Broken(RoutedService service) =>
        service.Portal is null && DeclaredLinks.Address(service.Words) is { } address && Links.TryGetValue(address, out var link) && link.Problem is not null ? link : null;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Version = (await settings.TerritoryAsync(cancellation)).Version;
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
        Territory = (await settings.TerritoryAsync(cancellation)).Value;
        Zone = await time.ZoneAsync(cancellation);
        var addresses = Territory.EServices.Services.Select(DeclaredLinks.Address).OfType<string>().ToList();
        Links = await database.Links.AsNoTracking().Where(l => addresses.Contains(l.Address)).ToDictionaryAsync(l => l.Address, StringComparer.Ordinal, cancellation);
        var readings = await database.Catalogues.AsNoTracking().ToDictionaryAsync(c => c.Portal, StringComparer.Ordinal, cancellation);
        var catalogues = PortalCatalogues.From(readings.Values.Select(KnownCatalogues.Of).OfType<PortalCatalogue>());
        var records = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).OrderBy(s => s.Name).ToListAsync(cancellation);
        var sites = records.Select(r => FormatText.ReadSite(r.Key, r.Text).Value).OfType<Site>().ToList();
        var neutral = sites.Find(s => s.Kind == SiteKind.Metropole) ?? sites.FirstOrDefault();
        var common = neutral is null ? null : ServiceRouting.TerritoryPortal(Territory, neutral);
        Lines = [.. Territory.Portals.Select(p => new PortalLine(p, readings.GetValueOrDefault(p.Key), catalogues.Of(p.Key)?.Services.Length, [.. sites.Where(s => s.EServices.Portal == p.Key).Select(s => s.Name)], p.Key == common?.Key))];
        Services = neutral is null || common is null ? [] : [.. ServiceRouting.For(Territory, neutral with { EServices = new(EServiceModel.Shared, null) }, catalogues).All];
    }
}
