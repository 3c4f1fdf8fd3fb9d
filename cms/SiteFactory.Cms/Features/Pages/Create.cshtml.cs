using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>Gives a page that is to be written its identity; nothing is stored before the first save.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class CreateModel(IClock clock, CurrentSite site) : PageModel
{
    /// <summary>Opens the editor.</summary>
    /// <param name="sous">The key of the page above it.</param>
    public IActionResult OnGet(Guid? copie, string? sous) =>
        Redirect(NewItem.Address(clock, site.Key, ContentKind.Page, copie) + (string.IsNullOrEmpty(sous) ? "" : "&sous=" + Uri.EscapeDataString(sous)));
}
