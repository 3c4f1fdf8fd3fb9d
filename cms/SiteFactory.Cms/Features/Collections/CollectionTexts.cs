using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Collections;

/// <summary>The feature's words.</summary>
public static class CollectionTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Collections.CollectionTexts");
}
