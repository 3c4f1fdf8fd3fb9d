using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>Gives a page that is to be written its identity; nothing is stored before the first save.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class CreateModel(IClock clock, CurrentSite site) : PageModel
{
    /// <summary>Opens the editor.</summary>
    public IActionResult OnGet() =>
        Redirect($"/s/{site.Key}/pages/{Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset())}?nouveau=true");
}
