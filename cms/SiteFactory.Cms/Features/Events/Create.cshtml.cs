using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Events;

/// <summary>Gives an event that is to be written its identity; nothing is stored before the first save.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class CreateModel(IClock clock, CurrentSite site) : PageModel
{
    /// <summary>Opens the editor.</summary>
    public IActionResult OnGet(Guid? copie) => Redirect(NewItem.Address(clock, site.Key, ContentKind.Event, copie));
}
