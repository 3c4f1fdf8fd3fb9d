using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Menus;

/// <summary>One line of the menu's form.</summary>
public sealed class MenuRow
{
    public string? Label { get; set; }

    /// <summary>A path of the site, or an address that begins with <c>https://</c>.</summary>
    public string? Target { get; set; }

    /// <summary>0 at the top of the menu, 1 under the line above, and so on.</summary>
    public int Level { get; set; }

    /// <summary>What the lines are sorted by.</summary>
    public int Rank { get; set; }

    /// <summary>Without the pages that stand below the page.</summary>
    public bool Alone { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(Target);
}

/// <summary>A menu as lines of a form, both ways.</summary>
public static class MenuRows
{
    /// <summary>Levels that a menu can have.</summary>
    public const int Levels = 3;

    /// <summary>The lines of a menu.</summary>
    public static List<MenuRow> Of(ImmutableArray<NavigationEntry> menu)
    {
        var rows = new List<MenuRow>();
        Add(rows, menu, 0);
        for (var i = 0; i < rows.Count; i++)
            rows[i].Rank = (i + 1) * 10;
        return rows;
    }

    /// <summary>The menu of the lines.</summary>
    /// <param name="addresses">Paths that the site has.</param>
    public static ImmutableArray<NavigationEntry> Menu(IEnumerable<(MenuRow Row, int Index)> rows, IReadOnlySet<string> addresses, FormErrors errors)
    {
        var lines = rows.Where(r => !r.Row.IsEmpty).OrderBy(r => r.Row.Rank).ThenBy(r => r.Index).ToList();
        foreach (var (row, index) in lines)
            Check(row, string.Create(CultureInfo.InvariantCulture, $"Rows[{index}]."), addresses, errors);
        var at = 0;
        return Take([.. lines.Select(l => l.Row)], ref at, 0);
    }

    private static void Add(List<MenuRow> rows, ImmutableArray<NavigationEntry> entries, int level)
    {
        foreach (var entry in entries)
        {
            rows.Add(new() { Label = entry.Label, Target = entry.Page ?? entry.Url, Level = level, Alone = entry is { Page: not null, Children.IsEmpty: true } });
            if (entry.Children is { } children)
                Add(rows, children, Math.Min(level + 1, Levels - 1));
        }
    }

    private static void Check(MenuRow row, string name, IReadOnlySet<string> addresses, FormErrors errors)
    {
        errors.Required(name + nameof(MenuRow.Label), row.Label, MenuTexts.T["LabelMissing"]);
        if (Typed.Line(row.Target) is ['/', ..] path && !addresses.Contains(path.Split('#', '?')[0].TrimEnd('/') + "/"))
            errors.Add(name + nameof(MenuRow.Target), MenuTexts.T.Format("UnknownPage", path));
        else if (Typed.Line(row.Target) is { } other && other[0] != '/' && !Uri.IsWellFormedUriString(other, UriKind.Absolute))
            errors.Add(name + nameof(MenuRow.Target), MenuTexts.T["BadTarget"]);
    }

    private static ImmutableArray<NavigationEntry> Take(List<MenuRow> rows, ref int at, int level)
    {
        var entries = ImmutableArray.CreateBuilder<NavigationEntry>();
        while (at < rows.Count && (rows[at].Level >= level || level == 0))
        {
            var row = rows[at++];
            var below = at < rows.Count && rows[at].Level > level ? Take(rows, ref at, level + 1) : [];
            var target = Typed.Line(row.Target);
            var isPage = target is ['/', ..];
            ImmutableArray<NavigationEntry>? children = below.Length > 0 || (isPage && row.Alone) ? below : null;
            entries.Add(new(Typed.Line(row.Label) ?? "", isPage ? target : null, isPage ? null : target, children));
        }
        return entries.DrainToImmutable();
    }
}
