using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Settings;

/// <summary>Who answers for the site: publication director, host, data protection officer (LCEN art. 6 III, RGPD art. 13).</summary>
[SiteAccess(SiteRight.Manage, Post = SiteRight.Manage)]
public sealed class LegalModel(SettingsStore settings) : SettingsPage
{
    [BindProperty]
    public string? PublicationDirector { get; set; }

    [BindProperty]
    public string? HostName { get; set; }

    [BindProperty]
    public string? HostAddress { get; set; }

    [BindProperty]
    public string? HostPhone { get; set; }

    [BindProperty]
    public string? DataProtectionName { get; set; }

    [BindProperty]
    public string? DataProtectionEmail { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (site, version) = await settings.SiteAsync(cancellation);
        (Version, PublicationDirector) = (version, site.PublicationDirector);
        (HostName, HostAddress, HostPhone) = (site.Legal?.Host?.Name, site.Legal?.Host?.Address, site.Legal?.Host?.Phone);
        (DataProtectionName, DataProtectionEmail) = (site.Legal?.DataProtection?.Name, site.Legal?.DataProtection?.Email);
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var errors = new FormErrors(ModelState);
        var director = errors.Required(nameof(PublicationDirector), PublicationDirector, SettingsTexts.T["DirectorMissing"]);
        if (Typed.Line(HostName) is null && (Typed.Line(HostAddress) ?? Typed.Line(HostPhone)) is not null)
            errors.Add(nameof(HostName), SettingsTexts.T["HostNameMissing"]);
        var host = Typed.Line(HostName) is { } name ? new LegalHost(name, Typed.Line(HostAddress), Typed.Line(HostPhone)) : null;
        var officer = (Typed.Line(DataProtectionName) ?? Typed.Line(DataProtectionEmail)) is null ? null : new DataProtection(Typed.Line(DataProtectionName), Typed.Line(DataProtectionEmail));
        var legal = host is null && officer is null ? null : new LegalNotice(host, officer);
        if (!errors.None)
            return Refuse(await settings.FaultsAsync(site => site with { Legal = legal }, cancellation));
        return Answer(await settings.SaveAsync(Version, "legal-saved", site => site with { PublicationDirector = director, Legal = legal }, cancellation));
    }
}
