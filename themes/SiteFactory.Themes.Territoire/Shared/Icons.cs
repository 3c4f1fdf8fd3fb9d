using System.Collections.Frozen;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Shared;

/// <summary>The names of the icon set that content may ask for.</summary>
internal static class Icons
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "alert", "birth", "book", "bus", "calendar", "child", "document", "euro", "file", "heart", "house", "identity", "info", "key",
        "mail", "map", "paper", "people", "permit", "phone", "ring", "school", "sport", "tree", "vote", "waste", "water");

    /// <summary>The card's icon, or the plain one.</summary>
    public static string Of(ServiceCard card) => card.Icon is not null && Names.Contains(card.Icon) ? card.Icon : "paper";
}
