using System.Collections.Immutable;

namespace SiteFactory.Content.Bodies;

/// <summary>A body after parsing: what to show, what it links to, and what is wrong with it. Immutable, and knows no site.</summary>
/// <param name="Nodes">In order.</param>
/// <param name="Links">Every link that leads somewhere, pictures excepted.</param>
/// <param name="Anchors">Ids that links can name, in order.</param>
/// <param name="Issues">In the order of lines.</param>
public sealed record BodyDocument(
    ImmutableArray<BodyNode> Nodes,
    ImmutableArray<BodyLink> Links,
    ImmutableArray<string> Anchors,
    ImmutableArray<BodyIssue> Issues)
{
    /// <summary>Nothing.</summary>
    public static BodyDocument Empty { get; } = new([], [], [], []);
}
