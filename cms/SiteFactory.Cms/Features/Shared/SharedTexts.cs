using System.Globalization;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Shared;

/// <summary>Words that every screen has: menus, buttons, messages of forms.</summary>
public static class SharedTexts
{
    /// <summary>How numbers and dates are written for people.</summary>
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>By name.</summary>
    public static TextResource T { get; } = Of("Shared.SharedTexts");

    /// <summary>The texts of a feature: <c>Of("News.NewsTexts")</c> for <c>Features/News/NewsTexts.resx</c>.</summary>
    public static TextResource Of(string name) => new("SiteFactory.Cms.Features." + name, typeof(SharedTexts).Assembly);
}
