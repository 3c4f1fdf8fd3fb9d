using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Features.Shared;

/// <summary>One line of the menu.</summary>
/// <param name="Exact">Only this very address is "here", not what lies below it.</param>
public sealed record MenuEntry(string Label, string Address, bool Exact = false)
{
    /// <summary>Whether the page at that path belongs to this line.</summary>
    public bool Holds(string path) => Exact
        ? path.TrimEnd('/') == Address.TrimEnd('/')
        : path == Address || path.StartsWith(Address + "/", StringComparison.Ordinal);
}

/// <summary>Lines of the menu under one heading.</summary>
public sealed record MenuGroup(string Label, IReadOnlyList<MenuEntry> Entries);

/// <summary>The back office's menu, as far as a person's rights go.</summary>
public static class BackOfficeMenu
{
    private static readonly (string Group, string Name, string Path, SiteRight Right)[] OfSite =
    [
        ("Write", "Home", "", SiteRight.See),
        ("Write", "Pages", "/pages", SiteRight.See),
        ("Write", "News", "/actualites", SiteRight.See),
        ("Write", "Events", "/agenda", SiteRight.See),
        ("Write", "Directory", "/annuaire", SiteRight.See),
        ("Write", "Documents", "/documents", SiteRight.See),
        ("Write", "Alerts", "/alertes", SiteRight.See),
        ("Write", "Media", "/phototheque", SiteRight.See),
        ("Daily", "Meals", "/cantine", SiteRight.See),
        ("Daily", "Works", "/travaux", SiteRight.See),
        ("Daily", "Collections", "/collectes", SiteRight.See),
        ("Daily", "Rooms", "/salles", SiteRight.See),
        ("Daily", "Jobs", "/emploi", SiteRight.See),
        ("Share", "Sharing", "/partage", SiteRight.See),
        ("Citizens", "EServices", "/demarches", SiteRight.See),
        ("Citizens", "Requests", "/demandes", SiteRight.Write),
        ("Run", "Settings", "/reglages", SiteRight.Manage),
        ("Run", "Team", "/equipe", SiteRight.Manage),
        ("Run", "Search", "/recherche", SiteRight.See),
        ("Run", "Health", "/sante", SiteRight.See),
        ("Run", "Menus", "/menus", SiteRight.Publish),
        ("Run", "Redirects", "/redirections", SiteRight.Publish),
        ("Run", "Trash", "/corbeille", SiteRight.See),
        ("Run", "Publications", "/publications", SiteRight.See),
    ];

    private static readonly (string Name, string Path, TerritoryRole Role)[] OfTerritory =
    [
        ("Sites", "/territoire/sites", TerritoryRole.Communication),
        ("Proposals", "/territoire/propositions", TerritoryRole.Communication),
        ("Vocabulary", "/territoire/thematiques", TerritoryRole.Communication),
        ("Brand", "/territoire/marque", TerritoryRole.Communication),
        ("EServices", "/territoire/demarches", TerritoryRole.Communication),
        ("People", "/territoire/personnes", TerritoryRole.Administrator),
        ("Journal", "/territoire/journal", TerritoryRole.Administrator),
        ("Programs", "/territoire/cles-api", TerritoryRole.Administrator),
        ("Webhooks", "/territoire/webhooks", TerritoryRole.Administrator),
        ("Publications", "/territoire/publications", TerritoryRole.Communication),
    ];

    /// <summary>The groups that this person sees here.</summary>
    public static IReadOnlyList<MenuGroup> For(SiteRecord? site, Rights rights)
    {
        var groups = new List<MenuGroup>();
        if (site is not null)
            groups.AddRange(SiteGroups(site, rights));
        var territory = OfTerritory.Where(e => rights.Allow(e.Role)).Select(e => new MenuEntry(SharedTexts.T["Menu" + e.Name], e.Path)).ToList();
        if (territory.Count > 0)
            groups.Add(new(SharedTexts.T["GroupTerritory"], territory));
        return groups;
    }

    private static IEnumerable<MenuGroup> SiteGroups(SiteRecord site, Rights rights) =>
        OfSite.Where(e => rights.Allow(site.Key, site.Kind, e.Right))
            .GroupBy(e => e.Group, StringComparer.Ordinal)
            .Select(g => new MenuGroup(SharedTexts.T["Group" + g.Key], [.. g.Select(e => new MenuEntry(SharedTexts.T["Menu" + e.Name], $"/s/{site.Key}{(e.Path.Length == 0 ? "/" : e.Path)}", e.Path.Length == 0))]));
}
