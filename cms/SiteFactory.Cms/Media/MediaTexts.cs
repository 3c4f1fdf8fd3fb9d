using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Media;

/// <summary>The library's words.</summary>
public static class MediaTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = new("SiteFactory.Cms.Media.MediaTexts", typeof(MediaTexts).Assembly);
}
