using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteFactory.Content.Bodies.Parsing;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Writes blocks: the kinds it knows, and nothing else.</summary>
internal sealed class BlockWriter
{
    private readonly BodyState _state;
    private readonly NodeSink _output;
    private readonly InlineWriter _inlines;
    private readonly HeadingWriter _headings;
    private readonly TableWriter _tables;
    private readonly ItemWriter _items;
    private readonly DirectiveWriter _directives;

    public BlockWriter(BodyState state)
    {
        _state = state;
        _output = state.Output;
        _inlines = new(state);
        _headings = new(state, this);
        _tables = new(state, this);
        _items = new(state, this, _inlines);
        _directives = new(state, this, _headings, _items);
    }

    public void WriteAll(ContainerBlock container)
    {
        foreach (var block in container)
            Write(block);
    }

    public void Write(Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                Paragraph(paragraph);
                break;
            case HeadingBlock heading:
                _headings.Write(heading);
                break;
            case ListBlock list:
                List(list);
                break;
            case QuoteBlock quote:
                Wrapped("<blockquote>\n", quote, "</blockquote>\n");
                break;
            case CodeBlock code:
                Code(code);
                break;
            case ThematicBreakBlock:
                _output.Raw("<hr>\n");
                break;
            case Table table:
                _tables.Write(table);
                break;
            case DefinitionList definitions:
                Definitions(definitions);
                break;
            case FootnoteGroup notes:
                Notes(notes);
                break;
            case DirectiveBlock directive:
                _directives.Write(directive);
                break;
            case StrayClosingBlock stray:
                _state.Issues.Add(BodyIssue.Error("directive-stray-close", stray.Line + 1));
                break;
        }
    }

    /// <summary>The text of a paragraph, heading or cell.</summary>
    public void Inlines(LeafBlock leaf) => Inlines(leaf, leaf.Inline?.FirstChild);

    /// <summary>The text from an inline on.</summary>
    public void Inlines(LeafBlock leaf, Inline? first)
    {
        _inlines.Line = leaf.Line + 1;
        _state.Typography.Reset();
        _inlines.WriteFrom(first);
    }

    public void Wrapped(string open, ContainerBlock content, string close)
    {
        _output.Raw(open);
        WriteAll(content);
        _output.Raw(close);
    }

    private void Paragraph(ParagraphBlock paragraph)
    {
        if (PicturesOnly(paragraph))
        {
            Figures(paragraph);
            return;
        }
        _output.Raw("<p>");
        Inlines(paragraph);
        _output.Raw("</p>\n");
    }

    private void Figures(ParagraphBlock paragraph)
    {
        _inlines.Line = paragraph.Line + 1;
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline image)
                _inlines.Picture(image, isFigure: true);
            else if (inline is LineBreakInline)
                _inlines.Line++;
        }
    }

    private static bool PicturesOnly(ParagraphBlock paragraph)
    {
        var pictures = 0;
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline { IsImage: true })
                pictures++;
            else if (inline is not LineBreakInline && (inline is not LiteralInline literal || !literal.Content.AsSpan().IsWhiteSpace()))
                return false;
        }
        return pictures > 0;
    }

    private void List(ListBlock list)
    {
        _output.Raw(list.IsOrdered ? "<ol" : "<ul");
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
            _output.Raw(string.Create(CultureInfo.InvariantCulture, $" start=\"{start}\""));
        _output.Raw(IsTaskList(list) ? " class=\"task-list\">\n" : ">\n");
        foreach (var item in list)
            Item((ListItemBlock)item, list.IsLoose);
        _output.Raw(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private static bool IsTaskList(ListBlock list) => list.All(item => item is ListItemBlock { Count: > 0 } one && one[0] is ParagraphBlock { Inline.FirstChild: TaskList });

    private void Item(ListItemBlock item, bool isLoose)
    {
        _output.Raw("<li>");
        foreach (var block in item)
        {
            if (!isLoose && block is ParagraphBlock paragraph && !PicturesOnly(paragraph))
                Inlines(paragraph);
            else
                Write(block);
        }
        _output.Raw("</li>\n");
    }

    private void Code(CodeBlock code)
    {
        _output.Raw("<pre tabindex=\"0\"><code>");
        for (var i = 0; i < code.Lines.Count; i++)
        {
            _output.Encoded(code.Lines.Lines[i].Slice.AsSpan());
            _output.Raw("\n");
        }
        _output.Raw("</code></pre>\n");
    }

    private void Definitions(DefinitionList list)
    {
        _output.Raw("<dl>\n");
        foreach (var item in list)
            Definition((DefinitionItem)item);
        _output.Raw("</dl>\n");
    }

    private void Definition(DefinitionItem item)
    {
        var isOpen = false;
        var isTight = item.Count(b => b is ParagraphBlock) == 1;
        foreach (var block in item)
        {
            if (block is DefinitionTerm term)
            {
                _output.Raw(isOpen ? "</dd>\n<dt>" : "<dt>");
                Inlines(term);
                _output.Raw("</dt>\n");
                isOpen = false;
                continue;
            }
            if (!isOpen)
                _output.Raw("<dd>");
            isOpen = true;
            if (isTight && block is ParagraphBlock only)
                Inlines(only);
            else
                Write(block);
        }
        if (isOpen)
            _output.Raw("</dd>\n");
    }

    private void Notes(FootnoteGroup notes)
    {
        _output.Raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        _output.Encoded(BodyIssue.Word("note.section"));
        _output.Raw("\">\n<ol>\n");
        foreach (var note in notes.OfType<Footnote>())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"note-{note.Order}");
            _state.Ids.Take(id);
            Wrapped($"<li id=\"{id}\">", note, "</li>\n");
        }
        _output.Raw("</ol>\n</section>\n");
    }
}
