using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Words that the screens of every kind share.</summary>
public static class ItemTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Items.ItemTexts");
}
