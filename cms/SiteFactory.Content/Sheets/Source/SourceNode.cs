using System.Collections.Immutable;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>An element or a text of an official sheet, whichever file it was read from.</summary>
/// <param name="Name">The element's name; empty for a text.</param>
internal sealed record SourceNode(string Name, ImmutableDictionary<string, string> Attributes, ImmutableArray<SourceNode> Children, string Text)
{
    public static SourceNode OfText(string text) => new("", ImmutableDictionary<string, string>.Empty, [], text);

    public bool IsText => Name.Length == 0;

    /// <summary>An attribute's value; null when it is absent or blank.</summary>
    public string? this[string attribute] =>
        Attributes.TryGetValue(attribute, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The first child of that name.</summary>
    public SourceNode? Child(string name) => Children.FirstOrDefault(c => c.Name == name);

    /// <summary>The children of that name.</summary>
    public IEnumerable<SourceNode> All(string name) => Children.Where(c => c.Name == name);

    /// <summary>Every text below, as it stands in the file.</summary>
    public string Words => IsText ? Text : string.Concat(Children.Select(c => c.Words));
}
