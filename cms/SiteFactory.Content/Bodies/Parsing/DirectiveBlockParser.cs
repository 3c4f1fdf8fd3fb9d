using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SiteFactory.Content.Bodies.Parsing;

/// <summary>
/// Markdig's custom containers, kept to directives: <c>::: name {key=value}</c> to a line of as many colons. Directives
/// nest with the same number of colons; a closing line closes the innermost one.
/// </summary>
internal sealed class DirectiveBlockParser : BlockParser
{
    private const int LeastColons = 3;

    public DirectiveBlockParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || CountColons(processor.Line) is var colons && colons < LeastColons)
            return BlockState.None;
        var line = processor.Line;
        var rest = line.Text.AsSpan(line.Start + colons, line.Length - colons).Trim();
        Block block = rest.IsEmpty
            ? new StrayClosingBlock(this)
            : new DirectiveBlock(this, colons, DirectiveOpeningParser.Parse(rest));
        block.Line = processor.LineIndex;
        block.Column = processor.Column;
        block.Span = new SourceSpan(processor.Start, line.End);
        processor.NewBlocks.Push(block);
        return rest.IsEmpty ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is not DirectiveBlock directive)
            return BlockState.None;
        if (!Closes(processor, directive) || IsForInner(processor, directive))
            return BlockState.Continue;
        directive.IsTerminated = true;
        directive.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    private static bool Closes(BlockProcessor processor, DirectiveBlock directive)
    {
        if (processor.IsCodeIndent || CountColons(processor.Line) != directive.Colons)
            return false;
        var line = processor.Line;
        return line.Text.AsSpan(line.Start + directive.Colons, line.Length - directive.Colons).Trim().IsEmpty;
    }

    /// <summary>Whether a block inside, still open, has a better claim to the closing line.</summary>
    private static bool IsForInner(BlockProcessor processor, DirectiveBlock outer)
    {
        for (var inner = outer.LastChild; inner is not null && processor.IsOpen(inner); inner = (inner as ContainerBlock)?.LastChild)
        {
            if (inner is FencedCodeBlock || inner is DirectiveBlock directive && directive.Colons == outer.Colons)
                return true;
        }
        return false;
    }

    private static int CountColons(StringSlice line)
    {
        var count = 0;
        while (line.PeekChar(count) == ':')
            count++;
        return count;
    }
}
