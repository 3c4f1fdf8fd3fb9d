using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Cms.Features.Settings;

/// <summary>A site's colours, emblem and picture, within what the territory leaves open. A colour that cannot be read is refused.</summary>
[SiteAccess(SiteRight.Manage, Post = SiteRight.Manage)]
public sealed class BrandModel(SettingsStore settings, CmsDbContext database) : SettingsPage
{
    private ImmutableArray<string> _locked = [];

    [BindProperty]
    public string? Primary { get; set; }

    [BindProperty]
    public string? Accent { get; set; }

    [BindProperty]
    public string? Logo { get; set; }

    [BindProperty]
    public string? Hero { get; set; }

    public IReadOnlyList<SelectListItem> Pictures { get; private set; } = [];

    /// <summary>Whether the territory keeps that part for itself.</summary>
    public bool IsLocked(string part) => _locked.Contains(part);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (site, version) = await settings.SiteAsync(cancellation);
        (Version, Primary, Accent, Logo, Hero) = (version, site.Brand.Primary, site.Brand.Accent, site.Brand.Logo, site.Brand.Hero);
    }

    /// <summary>Tells, while somebody types, whether the colours can be read.</summary>
    public async Task<IActionResult> OnPostContrastAsync(CancellationToken cancellation)
    {
        var territory = (await settings.TerritoryAsync(cancellation)).Value;
        var faults = BrandColours.Check(Primary, Accent, territory.Brand);
        return new JsonResult(faults.Select(f => new { f.Token, message = $"{f.Message} {f.Cure}", proposed = f.Proposed.ToString() }));
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var territory = (await settings.TerritoryAsync(cancellation)).Value;
        var before = (await settings.SiteAsync(cancellation)).Value.Brand;
        var brand = new SiteBrand(
            IsLocked("primary") ? before.Primary : Typed.Line(Primary),
            IsLocked("accent") ? before.Accent : Typed.Line(Accent),
            IsLocked("logo") ? before.Logo : Typed.Line(Logo),
            IsLocked("hero") ? before.Hero : Typed.Line(Hero));
        foreach (var fault in BrandColours.Check(brand.Primary, brand.Accent, territory.Brand))
            ModelState.AddModelError(fault.Token == "primary" ? nameof(Primary) : nameof(Accent), $"{fault.Message} {fault.Cure}");
        return ModelState.IsValid
            ? Answer(await settings.SaveAsync(Version, "brand-saved", site => site with { Brand = brand }, cancellation))
            : Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        _locked = (await settings.TerritoryAsync(cancellation)).Value.Brand.Locked;
        var pictures = await database.Media.AsNoTracking().Where(m => m.DeletedAt == null && m.Width != null).OrderBy(m => m.Path).Select(m => m.Path).ToListAsync(cancellation);
        Pictures = [new(SettingsTexts.T["NoPicture"], ""), .. pictures.Select(p => new SelectListItem(p["media/".Length..], p))];
    }
}

/// <summary>Checks a site's colours with the territory's in the places that it leaves empty.</summary>
internal static class BrandColours
{
    public static ImmutableArray<BrandFault> Check(string? primary, string? accent, TerritoryBrand territory) =>
        Color.Parse(Given(primary, territory.Primary)) is { } first && Color.Parse(Given(accent, territory.Accent)) is { } second
            ? BrandCheck.Check(first, second).Faults
            : [];

    private static string Given(string? colour, string otherwise) => string.IsNullOrWhiteSpace(colour) ? otherwise : colour.Trim();
}
