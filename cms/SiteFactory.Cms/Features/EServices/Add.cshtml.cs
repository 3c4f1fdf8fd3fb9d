using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>What kind of service is to be added.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class AddModel : PageModel;
