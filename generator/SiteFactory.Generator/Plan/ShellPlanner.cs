using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan;

/// <summary>What surrounds every page of a site.</summary>
internal sealed class ShellPlanner(SiteScope site, BodyPlanner bodies, List<Fault> faults)
{
    public SiteShell Plan(ImmutableSortedDictionary<string, string> assets, string themeColor)
    {
        var territory = site.Territory.Snapshot.Territory;
        var metropole = site.Territory.Snapshot.Metropole?.Site;
        var territoryLogo = site.Media.Picture(territory.Brand.Logo, site.Site.Key, "");
        return new(
            site.Site.Key,
            site.IsMetropole,
            site.Site.Name,
            site.Site.BaseUrl,
            site.Site.Population,
            site.IsMetropole ? territoryLogo : site.Media.Picture(site.Site.Brand.Logo, site.Site.Key, ""),
            new(territory.Name, site.IsMetropole ? null : metropole?.BaseUrl + "/", territoryLogo),
            Navigation(),
            QuickLinks(),
            FooterLinks(),
            GeneratorTexts.Format("AccessibilityLabel", AccessibilityLevel.Of(site.Site.Accessibility, site.Today).Label),
            site.Contact,
            [.. site.Alerts.Select(Alert)],
            site.Site.Demo,
            themeColor,
            assets);
    }

    private ImmutableArray<NavigationNode> Navigation()
    {
        if (site.Site.Navigation is { } entries)
            return [.. entries.Select(Entry)];
        var pages = site.Tree.Top.Where(p => p.Page.Nav).Select(p => Node(p, depth: 2));
        return [.. pages, Generated("News", Addresses.News), Generated("Agenda", Addresses.Agenda)];
    }

    private static NavigationNode Generated(string text, string path) => new(GeneratorTexts.Get(text), path, false, []);

    private static NavigationNode Node(TreePage page, int depth) => new(
        page.Title,
        page.Path,
        false,
        depth == 1 ? [] : [.. page.MenuChildren.Select(c => Node(c, depth - 1))]);

    private NavigationNode Entry(NavigationEntry entry)
    {
        var children = entry.Children is { } written ? written.Select(Entry).ToImmutableArray() : ImmutableArray<NavigationNode>.Empty;
        if (entry.Page is not { } page)
            return new(entry.Label, entry.Url ?? "/", entry.Url is not null, children);
        var path = $"/{page.Trim('/')}/".Replace("//", "/", StringComparison.Ordinal);
        if (site.Tree.ByPath.TryGetValue(path, out var found))
            return new(entry.Label, path, false, entry.Children is null ? [.. found.MenuChildren.Select(c => Node(c, 1))] : children);
        if (!Addresses.IsEverywhere(path))
            faults.Add(Fault.Error("dead-navigation", site.Site.Key, $"{site.Site.Key}/site.yaml", null, "navigation", GeneratorTexts.Format("FaultNavigationPage", page), GeneratorTexts.Get("FaultNavigationPageCure")));
        return new(entry.Label, path, false, children);
    }

    private ImmutableArray<Link> QuickLinks() =>
    [
        new(GeneratorTexts.Get("Services"), Addresses.Services),
        new(GeneratorTexts.Get("Directory"), Addresses.Directory),
        new(GeneratorTexts.Get("Contact"), Addresses.Contact),
    ];

    private ImmutableArray<Link> FooterLinks() =>
    [
        new(GeneratorTexts.Get("SiteMap"), Addresses.SiteMap),
        new(GeneratorTexts.Format("AccessibilityLabel", AccessibilityLevel.Of(site.Site.Accessibility, site.Today).Label), Addresses.Accessibility),
        new(GeneratorTexts.Get("Legal"), Addresses.Legal),
        new(GeneratorTexts.Get("Privacy"), Addresses.Privacy),
        new(GeneratorTexts.Get("Documents"), Addresses.Documents),
        new(GeneratorTexts.Get("Map"), Addresses.Map),
        new(GeneratorTexts.Get("Feed"), Addresses.Atom),
    ];

    private AlertModel Alert(Shown<Alert> shown)
    {
        var item = shown.Item;
        var body = bodies.Of(shown);
        return new(
            item.Id.ToString("N")[..12],
            Labels.Severity(item.Severity),
            FrenchText.Typeset(shown.Title),
            FrenchText.TypesetOrNull(item.Summary),
            body.Content.IsEmpty ? null : body.Content,
            item.Link is { } link ? AlertLink(shown, link, body.Content.IsEmpty) : null,
            CardBook.Origin(shown, "/"));
    }

    private static Link AlertLink(Shown<Alert> shown, string link, bool alone)
    {
        var external = !link.StartsWith('/');
        var href = external || shown.IsOwn || Addresses.IsEverywhere(link) ? link : shown.Owner.BaseUrl + link;
        return new(GeneratorTexts.Get(alone ? "AlertMore" : "AlertPage"), href, external || href != link);
    }
}

/// <summary>The level that the law asks a site to show (décret 2019-768, article 5; RGAA).</summary>
/// <param name="Label">"non conforme", "partiellement conforme" or "totalement conforme".</param>
/// <param name="Expired">A statement holds three years.</param>
internal sealed record AccessibilityLevel(string Label, bool Expired)
{
    private const int YearsValid = 3;

    public static AccessibilityLevel Of(AccessibilityDeclaration? declaration, NodaTime.LocalDate today)
    {
        var since = declaration?.StatementDate ?? declaration?.AuditDate;
        var expired = since is { } date && date.PlusYears(YearsValid) <= today;
        var text = expired || declaration?.Rate is not { } rate || rate < 50 ? "AccessibilityNone"
            : rate < 100 ? "AccessibilityPartial"
            : "AccessibilityFull";
        return new(GeneratorTexts.Get(text), expired);
    }
}
