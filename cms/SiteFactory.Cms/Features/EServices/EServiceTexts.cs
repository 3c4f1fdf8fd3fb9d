using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>The feature's words.</summary>
public static class EServiceTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("EServices.EServiceTexts");
}
