using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Where an item stands, as lists and editors show it beside the title. No partial view: lists have hundreds of lines.</summary>
public static class StateBadge
{
    /// <summary>The words, with the class that colours them.</summary>
    public static IHtmlContent Of(ItemRecord item, EditContext context)
    {
        var state = ItemStates.Of(item, context.Now).ToString();
        var badge = new TagBuilder("span");
        badge.AddCssClass("state state-" + state.ToLowerInvariant());
        badge.InnerHtml.Append(SharedTexts.T["State" + state]);
        return badge;
    }
}
