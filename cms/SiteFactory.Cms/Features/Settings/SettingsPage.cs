using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Editing;

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
        foreach (var fault in result.Faults)
            ModelState.AddModelError(Field(fault.Key), $"{fault.Message} {fault.Cure}");
        return Page();
    }

    /// <summary>The field of a key of the content format: <c>postalCode</c> is <c>PostalCode</c>.</summary>
    private string Field(string? key)
    {
        var name = key is null ? "" : char.ToUpperInvariant(key[0]) + key[1..];
        return GetType().GetProperty(name) is null ? "" : name;
    }
}
