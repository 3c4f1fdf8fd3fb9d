using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.News;

/// <summary>The feature's words.</summary>
public static class NewsTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("News.NewsTexts");
}
