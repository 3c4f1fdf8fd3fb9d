using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>Where the text of an item stands in the content folder, as far as reading it goes.</summary>
public static class ItemPlace
{
    /// <summary>A path from which the content format reads this site, kind and key.</summary>
    public static string Of(string siteKey, ContentKind kind, string key) => kind switch
    {
        ContentKind.Page => $"{siteKey}/pages/{PageName(key)}.md",
        // The day is no part of the key; giving one keeps a key that itself begins with a day whole.
        ContentKind.News => $"{siteKey}/news/1970-01-01-{key}.md",
        ContentKind.Document => $"{siteKey}/documents/1970-01-01-{key}.md",
        ContentKind.Event => $"{siteKey}/events/{key}.md",
        ContentKind.Directory => $"{siteKey}/directory/{key}.md",
        _ => $"{siteKey}/alerts/{key}.md",
    };

    private static string PageName(string key) => key switch
    {
        "" => "index",
        "index" => "index/index",
        _ when key.EndsWith("/index", StringComparison.Ordinal) => key + "/index",
        _ => key,
    };
}
