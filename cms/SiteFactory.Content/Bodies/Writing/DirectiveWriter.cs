using System.Collections.Immutable;
using Markdig.Syntax;
using SiteFactory.Content.Bodies.Parsing;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Writes directives as nodes: what they mean is not known here.</summary>
internal sealed class DirectiveWriter(BodyState state, BlockWriter blocks, HeadingWriter headings, ItemWriter items)
{
    public void Write(DirectiveBlock directive)
    {
        var line = directive.Line + 1;
        foreach (var (code, quote) in directive.Opening.Problems)
            state.Issues.Add(BodyIssue.Error(code, line, quote));
        if (!directive.IsTerminated)
            state.Issues.Add(BodyIssue.Error("directive-unclosed", line, directive.Opening.Name, new string(':', directive.Colons)));
        var node = new DirectiveNode(directive.Opening.Name, directive.Opening.Attributes, Children(directive), line);
        state.Output.Add(node);
    }

    private ImmutableArray<BodyNode> Children(DirectiveBlock directive)
    {
        int? shift = null;
        state.Output.Begin();
        foreach (var block in directive)
        {
            if (block is HeadingBlock heading)
                state.Output.Add(headings.Node(heading, ref shift));
            else if (block is ListBlock list)
                state.Output.Add(items.Node(list));
            else
                blocks.Write(block);
        }
        return state.Output.End();
    }
}
