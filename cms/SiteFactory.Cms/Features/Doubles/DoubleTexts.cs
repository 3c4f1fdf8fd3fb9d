using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Doubles;

/// <summary>The feature's words.</summary>
public static class DoubleTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Doubles.DoubleTexts");
}
