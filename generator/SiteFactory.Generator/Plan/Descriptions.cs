using SiteFactory.Content.Bodies;
using SiteFactory.Content.Model;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan;

/// <summary>What search engines show under a page's title.</summary>
internal static class Descriptions
{
    // Search engines cut what is longer; it also bounds what is read of a body: a word of Markdown may become nothing.
    private const int Most = 155;
    private const int MostRead = 4 * Most;

    /// <summary>The item's summary; without one, how its text begins; without a text, where it stands.</summary>
    public static string Of(ContentItem item, SiteScope site)
    {
        if (item.Summary is { } summary)
            return FrenchText.Typeset(summary);
        var text = string.Join(' ', BodyParser.PlainText(item.Body, MostRead).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 0 ? Beginning(text) : GeneratorTexts.Format("ItemDescription", FrenchText.Typeset(item.Title), site.OfName);
    }

    /// <summary>Whole words, as many as fit.</summary>
    internal static string Beginning(string text)
    {
        if (text.Length <= Most)
            return text;
        var end = text.LastIndexOf(' ', Most - 1);
        return text[..(end > 0 ? end : Most - 1)].TrimEnd(' ', ',', ';', ':', '\u00a0', '\u202f', '–', '(') + "…";
    }
}
