using System.Collections.Immutable;
using SiteFactory.Content.Bodies;

namespace SiteFactory.Widgets.Composing;

/// <summary>A heading and what stands under it, up to the next heading of its level.</summary>
public sealed record Section(HeadingNode Heading, ImmutableArray<BodyNode> Body)
{
    /// <summary>Cuts nodes at the headings of the first one's level.</summary>
    /// <param name="before">What stands before the first heading.</param>
    public static ImmutableArray<Section> Of(ImmutableArray<BodyNode> nodes, out ImmutableArray<BodyNode> before)
    {
        var level = nodes.OfType<HeadingNode>().FirstOrDefault()?.Level;
        var starts = Enumerable.Range(0, nodes.Length).Where(i => nodes[i] is HeadingNode h && h.Level <= level).ToList();
        before = starts.Count == 0 ? nodes : nodes[..starts[0]];
        var sections = ImmutableArray.CreateBuilder<Section>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : nodes.Length;
            sections.Add(new((HeadingNode)nodes[starts[i]], nodes[(starts[i] + 1)..end]));
        }
        return sections.MoveToImmutable();
    }
}
