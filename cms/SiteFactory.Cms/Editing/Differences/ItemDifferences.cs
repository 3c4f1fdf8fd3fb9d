using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing.Differences;

/// <summary>One field that is not the same in two texts of an item.</summary>
/// <param name="Label">The field's name as forms call it.</param>
public sealed record FieldDifference(string Label, string Before, string After)
{
    /// <summary>Word by word.</summary>
    public IReadOnlyList<Piece> Pieces => WordDifferences.Between(Before, After);
}

/// <summary>Compares two texts of an item in a webmaster's words.</summary>
public static class ItemDifferences
{
    /// <summary>The fields that changed, in the order of the form.</summary>
    public static IReadOnlyList<FieldDifference> Between(ContentItem before, ContentItem after, ReadableFields readable)
    {
        var left = readable.Of(before).ToDictionary(f => f.Label, f => f.Value, StringComparer.Ordinal);
        var right = readable.Of(after);
        return [.. right.Select(f => new FieldDifference(f.Label, left.GetValueOrDefault(f.Label, ""), f.Value)).Where(d => d.Before != d.After)];
    }
}

/// <summary>A field of an item as people read it.</summary>
public readonly record struct ReadableField(string Label, string Value);
