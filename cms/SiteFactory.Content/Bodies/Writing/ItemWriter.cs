using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteFactory.Content.Bodies.Typography;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Takes the lists of a directive apart: each item's picture, its link or bold words, and the rest.</summary>
internal sealed class ItemWriter(BodyState state, BlockWriter blocks, InlineWriter inlines)
{
    private readonly NodeSink _output = state.Output;

    public ListNode Node(ListBlock list) =>
        new(list.IsOrdered, [.. list.Cast<ListItemBlock>().Select(Item)], list.Line + 1);

    private ListItemNode Item(ListItemBlock item)
    {
        var line = item.Line + 1;
        if (item.FirstOrDefault() is not ParagraphBlock first)
            return new(null, null, Rest(item, null, null), line);
        inlines.Line = first.Line + 1;
        state.Typography.Reset();
        var at = SkipBlank(first.Inline?.FirstChild);
        var picture = TakePicture(ref at);
        var lead = TakeLead(ref at);
        return new(picture, lead, Rest(item, first, at), line);
    }

    private PictureNode? TakePicture(ref Inline? at)
    {
        if (at is not LinkInline { IsImage: true } image)
            return null;
        _output.Begin();
        inlines.Picture(image, isFigure: false);
        var node = _output.End().OfType<PictureNode>().FirstOrDefault();
        at = SkipBlank(image.NextSibling);
        return node;
    }

    private ItemLead? TakeLead(ref Inline? at)
    {
        if (at is not (LinkInline { IsImage: false } or EmphasisInline { DelimiterCount: 2 }) || at is not ContainerInline lead)
            return null;
        var link = lead as LinkInline;
        var target = link is null ? null : LinkPolicy.Check(link.Url);
        if (link is not null && target is null)
            return null;
        if (link is not null)
            target = inlines.Target(link.Url);
        _output.Begin();
        state.Typography.Reset();
        inlines.WriteAll(lead);
        at = lead.NextSibling;
        var separator = TakeSeparator(ref at);
        return new(_output.End(), FrenchTypography.Apply(InlineText.Of(lead)), target, separator);
    }

    private ImmutableArray<BodyNode> Rest(ListItemBlock item, ParagraphBlock? first, Inline? at)
    {
        _output.Begin();
        foreach (var block in item)
        {
            if (block != first)
                blocks.Write(block);
            else if (at is not null)
                First(first, at, item.Count > 1);
        }
        return _output.End();
    }

    private void First(ParagraphBlock first, Inline at, bool inParagraph)
    {
        if (inParagraph)
            _output.Raw("<p>");
        blocks.Inlines(first, at);
        if (inParagraph)
            _output.Raw("</p>\n");
    }

    private static Inline? SkipBlank(Inline? at)
    {
        while (at is LineBreakInline || at is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace())
            at = at.NextSibling;
        return at is LiteralInline text ? Trimmed(text, " ") : at;
    }

    /// <summary>The space, colon or dash between the lead and the rest.</summary>
    private static string TakeSeparator(ref Inline? at)
    {
        if (at is LineBreakInline)
            at = at.NextSibling;
        if (at is not LiteralInline text)
            return " ";
        var before = text.Content;
        var after = Trimmed(text, " :–—-\u00a0").Content;
        if (after.IsEmpty)
            at = at.NextSibling;
        return FrenchTypography.Apply("a" + before.Text[before.Start..after.Start])[1..];
    }

    private static LiteralInline Trimmed(LiteralInline literal, string characters)
    {
        var slice = literal.Content;
        while (!slice.IsEmpty && characters.Contains(slice.CurrentChar, StringComparison.Ordinal))
            slice.Start++;
        literal.Content = slice;
        return literal;
    }
}
