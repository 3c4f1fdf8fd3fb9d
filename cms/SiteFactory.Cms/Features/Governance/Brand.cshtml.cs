using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Settings;

namespace SiteFactory.Cms.Features.Governance;

/// <summary>The brand that every site starts from. A colour that cannot be read is refused.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class BrandModel(SettingsStore settings) : SettingsPage
{
    /// <summary>What a commune may be kept from changing.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["primary", "accent", "logo", "hero"];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Primary { get; set; }

    [BindProperty]
    public string? Accent { get; set; }

    [BindProperty]
    public List<string> Locked { get; set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (territory, version) = await settings.TerritoryAsync(cancellation);
        (Version, Name, Primary, Accent, Locked) = (version, territory.Name, territory.Brand.Primary, territory.Brand.Accent, [.. territory.Brand.Locked]);
    }

    /// <summary>Tells, while somebody types, whether the colours can be read.</summary>
    public async Task<IActionResult> OnPostContrastAsync(CancellationToken cancellation)
    {
        var before = (await settings.TerritoryAsync(cancellation)).Value.Brand;
        return new JsonResult(BrandColours.Check(Primary, Accent, before).Select(f => new { f.Token, message = $"{f.Message} {f.Cure}" }));
    }

    /// <summary>Saves it: every site follows.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var errors = new FormErrors(ModelState);
        var name = errors.Required(nameof(Name), Name, GovernanceTexts.T["NameMissing"]);
        var primary = errors.Required(nameof(Primary), Primary, GovernanceTexts.T["ColourMissing"]);
        var accent = errors.Required(nameof(Accent), Accent, GovernanceTexts.T["ColourMissing"]);
        if (!errors.None)
            return Page();
        var before = (await settings.TerritoryAsync(cancellation)).Value.Brand;
        foreach (var fault in BrandColours.Check(primary, accent, before))
            errors.Add(fault.Token == "primary" ? nameof(Primary) : nameof(Accent), $"{fault.Message} {fault.Cure}");
        return errors.None
            ? Answer(await settings.SaveAsync(Version, "territory-brand-saved", territory => territory with { Name = name, Brand = territory.Brand with { Primary = primary, Accent = accent, Locked = [.. Parts.Intersect(Locked, StringComparer.Ordinal)] } }, cancellation))
            : Page();
    }
}
