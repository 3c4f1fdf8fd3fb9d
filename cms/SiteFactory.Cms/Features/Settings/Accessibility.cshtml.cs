using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Settings;

/// <summary>The declared accessibility audit, from which the site computes its statement (décret n° 2019-768, RGAA).</summary>
[SiteAccess(SiteRight.Manage, Post = SiteRight.Manage)]
public sealed class AccessibilityModel(SettingsStore settings) : SettingsPage
{
    [BindProperty]
    public string? AuditDate { get; set; }

    [BindProperty]
    public string? Auditor { get; set; }

    [BindProperty]
    public string? Rate { get; set; }

    [BindProperty]
    public string? StatementDate { get; set; }

    [BindProperty]
    public string? NonConformities { get; set; }

    [BindProperty]
    public string? Exemptions { get; set; }

    [BindProperty]
    public string? OutOfScope { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    [BindProperty]
    public string? Environment { get; set; }

    [BindProperty]
    public string? Tools { get; set; }

    /// <summary>Pages that the audit looked at.</summary>
    [BindProperty]
    public string? Pages { get; set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (site, version) = await settings.SiteAsync(cancellation);
        Version = version;
        if (site.Accessibility is not { } declared)
            return;
        AuditDate = declared.AuditDate is { } audited ? LocalDatePattern.Iso.Format(audited) : null;
        StatementDate = declared.StatementDate is { } stated ? LocalDatePattern.Iso.Format(stated) : null;
        Auditor = declared.Auditor;
        Rate = declared.Rate?.ToString(CultureInfo.InvariantCulture).Replace('.', ',');
        NonConformities = Typed.Joined(declared.NonConformities);
        Exemptions = Typed.Joined(declared.Exemptions);
        OutOfScope = Typed.Joined(declared.OutOfScope);
        Plan = declared.Plan;
        (Environment, Tools, Pages) = (Typed.Joined(declared.Environment), Typed.Joined(declared.Tools), Typed.Joined(declared.Pages));
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var errors = new FormErrors(ModelState);
        var audited = errors.Day(nameof(AuditDate), AuditDate);
        var stated = errors.Day(nameof(StatementDate), StatementDate);
        var rate = RateOf(errors);
        if (rate is not null && audited is null && errors.None)
            errors.Add(nameof(AuditDate), SettingsTexts.T["AuditDateMissing"]);
        if (!errors.None)
            return Page();
        return Answer(await settings.SaveAsync(Version, "accessibility-saved", site => site with { Accessibility = Declared(audited, rate, stated) }, cancellation));
    }

    private AccessibilityDeclaration Declared(LocalDate? audited, double? rate, LocalDate? stated) => new(
        audited, Typed.Line(Auditor), rate, stated, Typed.Lines(NonConformities), Typed.Lines(Exemptions), Typed.Lines(OutOfScope), Typed.Line(Plan), Typed.Lines(Environment), Typed.Lines(Tools), Typed.Lines(Pages));

    private double? RateOf(FormErrors errors)
    {
        if (Typed.Line(Rate) is not { } text)
            return null;
        if (double.TryParse(text.TrimEnd('%', ' ', '\u00a0').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= 100)
            return rate;
        errors.Add(nameof(Rate), SettingsTexts.T["RateWrong"]);
        return null;
    }
}
