using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>Old addresses keep leading to what they were written for.</summary>
internal static class OldAddress
{
    /// <summary>The item with the address that it leaves among its old ones, and without the one it takes.</summary>
    public static ContentItem Kept(ContentItem item, ContentItem? live)
    {
        var now = SiteAddresses.Of(item);
        var before = live is null ? null : SiteAddresses.Of(live);
        var old = item.RedirectFrom.Where(r => r.TrimEnd('/') != now?.TrimEnd('/'));
        if (before is not null && before != now && before != "/" && !item.RedirectFrom.Contains(before))
            old = old.Append(before);
        var kept = old.ToList();
        return kept.SequenceEqual(item.RedirectFrom) ? item : item with { RedirectFrom = [.. kept] };
    }
}
