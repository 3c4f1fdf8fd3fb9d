using SiteFactory.Cms.Data.Content;

namespace SiteFactory.Cms.Editing;

/// <summary>A page of the tree as the back office shows it, with what stands below.</summary>
public sealed class PageBranch(ItemRecord record)
{
    private static readonly StringComparer Titles = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    /// <summary>The record.</summary>
    public ItemRecord Record { get; } = record;

    /// <summary>Null at the top.</summary>
    public PageBranch? Parent { get; private set; }

    /// <summary>In the order of menus.</summary>
    public List<PageBranch> Children { get; } = [];

    /// <summary>The tops of the tree; the home's own text is not among them. A page whose parent does not exist stands under the nearest that does.</summary>
    public static List<PageBranch> Tree(IEnumerable<ItemRecord> pages)
    {
        var all = pages.Where(p => p.Key.Length > 0).ToDictionary(p => p.Key, p => new PageBranch(p), StringComparer.Ordinal);
        var top = new List<PageBranch>();
        foreach (var (key, branch) in all)
        {
            branch.Parent = Above(key, all);
            (branch.Parent?.Children ?? top).Add(branch);
        }
        foreach (var branch in all.Values)
            branch.Children.Sort(InOrder);
        top.Sort(InOrder);
        return top;
    }

    private static PageBranch? Above(string key, Dictionary<string, PageBranch> all)
    {
        for (var slash = key.LastIndexOf('/'); slash > 0; slash = key.LastIndexOf('/', slash - 1))
        {
            if (all.TryGetValue(key[..slash], out var parent))
                return parent;
        }
        return null;
    }

    private static int InOrder(PageBranch one, PageBranch other)
    {
        var order = one.Record.MenuOrder.CompareTo(other.Record.MenuOrder);
        return order != 0 ? order : Titles.Compare(one.Record.Title, other.Record.Title);
    }
}
