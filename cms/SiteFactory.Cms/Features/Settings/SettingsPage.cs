using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Faults;

namespace SiteFactory.Cms.Features.Settings;

/// <summary>What the screens of settings share: the version they started from, and how a save is answered.</summary>
public abstract class SettingsPage : PageModel
{
    /// <summary>The version that the author started from.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Back to the screen when it is saved; otherwise the form as it was typed, with what is wrong.</summary>
    protected IActionResult Answer(SettingsResult result)
    {
        if (result.IsSaved)
        {
            TempData["Done"] = SettingsTexts.T["Saved"];
            return RedirectToPage();
        }
        if (result.IsStale)
            ModelState.AddModelError(string.Empty, SettingsTexts.T["Stale"]);
        return Refuse(result.Faults);
    }

    /// <summary>The form as it was typed, with what is wrong besides what was found already.</summary>
    protected IActionResult Refuse(ImmutableArray<Fault> faults)
    {
        foreach (var fault in faults)
            ModelState.AddModelError(Field(fault.Key), $"{fault.Message} {fault.Cure}");
        return Page();
    }

    /// <summary>The field of a key of the content format: <c>contact.postalCode</c> is <c>PostalCode</c>, <c>legal.host.phone</c> is <c>HostPhone</c>.</summary>
    private string Field(string? key)
    {
        var parts = (key ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(p => char.ToUpperInvariant(p[0]) + p[1..]).ToArray();
        var names = Enumerable.Range(0, parts.Length).Select(i => string.Concat(parts[i..]));
        return names.FirstOrDefault(n => GetType().GetProperty(n) is not null) ?? "";
    }
}
