using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Works;

/// <summary>The feature's words.</summary>
public static class WorksTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Works.WorksTexts");
}
