using System.Collections.Immutable;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SiteFactory.Content.Bodies.Parsing;

/// <summary>A directive in Markdig's tree.</summary>
internal sealed class DirectiveBlock(BlockParser parser, int colons, DirectiveOpening opening) : ContainerBlock(parser)
{
    /// <summary>How many colons open it; as many close it.</summary>
    public int Colons { get; } = colons;

    public DirectiveOpening Opening { get; } = opening;

    /// <summary>Its closing line was found.</summary>
    public bool IsTerminated { get; set; }
}

/// <summary>A closing line that closes nothing.</summary>
internal sealed class StrayClosingBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>What an opening line says.</summary>
/// <param name="Problems">Codes of issues, with the words that they quote.</param>
internal sealed record DirectiveOpening(
    string Name, ImmutableArray<DirectiveAttribute> Attributes, ImmutableArray<(string Code, string Quote)> Problems);
