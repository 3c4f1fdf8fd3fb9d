using System.Collections.Immutable;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Sheets;

/// <summary>Which sheets a territory asks for.</summary>
public static class SheetReferences
{
    /// <summary>The folder of the content folder that holds the sheets, one <c>&lt;id&gt;.json</c> each; no site can have its name.</summary>
    public const string Folder = "fiches";

    private const string Directive = "fiche";

    /// <summary>The sheets that a body's <c>fiche</c> directives name.</summary>
    public static IEnumerable<string> In(string body)
    {
        if (!body.Contains(":::", StringComparison.Ordinal) || !body.Contains(Directive, StringComparison.Ordinal))
            return [];
        return Named(BodyParser.Parse(body).Nodes);
    }

    /// <summary>The sheets chosen for a site: its own list, or the territory's.</summary>
    public static ImmutableArray<string> ChosenFor(Site site, Territory territory) => site.EServices.Sheets ?? territory.Sheets;

    /// <summary>Every sheet that any site chooses or that any text of the territory names, in order of their ids.</summary>
    public static ImmutableSortedSet<string> In(TerritorySnapshot snapshot) =>
    [
        .. snapshot.Territory.Sheets,
        .. snapshot.Sites.Values.SelectMany(s => s.Site.EServices.Sheets ?? []),
        .. snapshot.Sites.Values.SelectMany(s => s.Items).SelectMany(i => In(i.Body)),
    ];

    /// <summary>The sheets that a sheet is only a list of: a dossier's, a theme's.</summary>
    public static IEnumerable<string> NeededBy(Sheet sheet) =>
        sheet.Id[0] == 'N' ? sheet.Content.SelectMany(Listed).Select(l => l.Sheet).OfType<string>().Where(id => id[0] == 'F').Distinct() : [];

    private static IEnumerable<SheetLink> Listed(SheetBlock block) => block switch
    {
        SheetLinks links => links.Links,
        SheetSection section => section.Blocks.SelectMany(Listed),
        _ => [],
    };

    private static IEnumerable<string> Named(ImmutableArray<BodyNode> nodes)
    {
        foreach (var directive in nodes.OfType<DirectiveNode>())
        {
            var id = directive.Name == Directive ? directive.Attributes.FirstOrDefault(a => a.Name == "id")?.Value : null;
            if (id is not null && Sheet.IsId(id))
                yield return id;
            foreach (var inside in Named(directive.Children))
                yield return inside;
        }
    }
}
