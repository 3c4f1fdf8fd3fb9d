using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>The words of sharing between sites.</summary>
public static class SharingTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Sharing.SharingTexts");
}
