using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Governance;

/// <summary>The words of the territory's screens.</summary>
public static class GovernanceTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Governance.GovernanceTexts");
}
