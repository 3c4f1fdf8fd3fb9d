using System.Globalization;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Ids of headings: ASCII slugs, each once in the body.</summary>
internal sealed class UniqueIds
{
    private const string WithoutLetters = "section";
    /// <summary>Ids that pages use around a body; a heading "Menu" becomes <c>menu-2</c>.</summary>
    private static readonly string[] OfPages = ["contenu", "filtre", "joindre", "lire-aussi", "menu", "navigation", "plan", "pratique", "recherche"];

    private readonly HashSet<string> _taken = [.. OfPages];

    public List<string> All { get; } = [];

    /// <summary>An id for the text, not given before.</summary>
    public string For(string text)
    {
        var root = Slug.From(text);
        if (root.Length == 0)
            root = WithoutLetters;
        var id = root;
        for (var n = 2; !_taken.Add(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{root}-{n}");
        All.Add(id);
        return id;
    }

    /// <summary>An id that the writers made themselves: notes.</summary>
    public void Take(string id)
    {
        if (_taken.Add(id))
            All.Add(id);
    }
}
