using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>Words that all screens of everyday services have.</summary>
public static class EverydayTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Everyday.EverydayTexts");
}
