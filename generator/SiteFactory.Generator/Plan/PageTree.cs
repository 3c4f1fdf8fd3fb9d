using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan;

/// <summary>A page in a site's tree: its own, or another site's.</summary>
internal sealed class TreePage(string path, Page page, Shown<Page>? shared)
{
    private readonly List<TreePage> _children = [];

    /// <summary>On this site: <c>/vie-municipale/conseil/</c>.</summary>
    public string Path { get; } = path;

    public Page Page { get; } = page;

    /// <summary>Null for the site's own pages.</summary>
    public Shown<Page>? Shared { get; } = shared;

    public TreePage? Parent { get; private set; }

    /// <summary>As it is shown, typeset.</summary>
    public string Title { get; } = FrenchText.Typeset(shared?.Title ?? page.Title);

    /// <summary>The same for its introduction.</summary>
    public string? Summary { get; } = FrenchText.TypesetOrNull(page.Summary);

    /// <summary>In order.</summary>
    public IReadOnlyList<TreePage> Children => _children;

    public IEnumerable<TreePage> MenuChildren => _children.Where(c => c.Page.Nav);

    /// <summary>From the top of the tree down to this page.</summary>
    public IEnumerable<TreePage> Ancestry => Parent is null ? [this] : Parent.Ancestry.Append(this);

    public void Add(TreePage child)
    {
        child.Parent = this;
        _children.Add(child);
    }

    public void Sort() => _children.Sort(PageTree.Order);
}

/// <summary>A site's pages as a tree. A page whose parent does not exist stands under the nearest that does.</summary>
internal sealed class PageTree
{
    private PageTree(ImmutableArray<TreePage> all, ImmutableArray<TreePage> top, TreePage? home)
    {
        All = all;
        Top = top;
        Home = home;
        ByPath = all.ToDictionary(p => p.Path);
    }

    /// <summary>By path (ordinal); the home's own text is not among them.</summary>
    public ImmutableArray<TreePage> All { get; }

    public ImmutableArray<TreePage> Top { get; }

    /// <summary>The page whose text the home page shows.</summary>
    public TreePage? Home { get; }

    public Dictionary<string, TreePage> ByPath { get; }

    public static PageTree Of(SiteScope site)
    {
        var pages = new Dictionary<string, TreePage>(StringComparer.Ordinal);
        foreach (var page in site.Pages)
            pages[page.Path] = new(page.Path, page, null);
        foreach (var shared in site.SharedPages)
            pages.TryAdd($"/{shared.Slug}/", new($"/{shared.Slug}/", shared.Item, shared));
        pages.Remove("/", out var home);
        var top = new List<TreePage>();
        TreePage[] all = [.. pages.Values.OrderBy(p => p.Path, StringComparer.Ordinal)];
        foreach (var page in all)
        {
            if (ParentOf(page.Path, pages) is { } parent)
                parent.Add(page);
            else
                top.Add(page);
        }
        foreach (var page in all)
            page.Sort();
        top.Sort(Order);
        return new([.. all], [.. top], home);
    }

    public static int Order(TreePage a, TreePage b)
    {
        var order = a.Page.Order.CompareTo(b.Page.Order);
        return order != 0 ? order : FrenchOrder.Comparer.Compare(a.Title, b.Title);
    }

    /// <summary>The menu entry that a path stands under.</summary>
    public static string? Section(string path, ImmutableArray<Theming.Shell.NavigationNode> navigation)
    {
        string? best = null;
        foreach (var node in navigation)
        {
            if (!node.External && path.StartsWith(node.Href, StringComparison.Ordinal) && node.Href != "/" && node.Href.Length > (best?.Length ?? 0))
                best = node.Href;
        }
        return best;
    }

    /// <summary>The whole section of a page, with the page marked: two levels below the top, and its own children.</summary>
    public static ImmutableArray<LocalNode> Local(TreePage current)
    {
        var ancestry = current.Ancestry.ToHashSet();
        return [.. ancestry.First(p => p.Parent is null).MenuChildren.Select(c => Node(c, current, ancestry))];
    }

    private static LocalNode Node(TreePage page, TreePage current, HashSet<TreePage> open) => new(
        page.Title,
        page.Path,
        ReferenceEquals(page, current),
        open.Contains(page) ? [.. page.MenuChildren.Select(c => Node(c, current, open))] : []);

    private static TreePage? ParentOf(string path, Dictionary<string, TreePage> pages)
    {
        for (var slash = path.LastIndexOf('/', path.Length - 2); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (pages.TryGetValue(path[..(slash + 1)], out var parent))
                return parent;
        }
        return null;
    }
}
