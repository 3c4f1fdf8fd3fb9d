using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>What kind of service is to be added for all communes.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritoryAddModel : PageModel;
