using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Directory;

/// <summary>The feature's words.</summary>
public static class DirectoryTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Directory.DirectoryTexts");
}
