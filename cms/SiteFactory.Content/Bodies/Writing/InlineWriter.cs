using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using SiteFactory.Content.Bodies.Typography;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Writes what stands in a line of text: the kinds it knows, and nothing else.</summary>
internal sealed class InlineWriter(BodyState state)
{
    private readonly NodeSink _output = state.Output;

    /// <summary>1-based line of the inline being written.</summary>
    public int Line { get; set; }

    public void WriteAll(ContainerInline? container) => WriteFrom(container?.FirstChild);

    /// <summary>Writes an inline and those after it.</summary>
    public void WriteFrom(Inline? first)
    {
        for (var inline = first; inline is not null; inline = inline.NextSibling)
            Write(inline);
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Text(literal.Content.AsSpan());
                break;
            case LineBreakInline lineBreak:
                Break(lineBreak);
                break;
            case EmphasisInline emphasis:
                Element(emphasis.DelimiterCount == 2 ? "strong" : "em", emphasis);
                break;
            case LinkInline { IsImage: true } image:
                Picture(image, isFigure: false);
                break;
            case LinkInline link:
                Link(link);
                break;
            case AutolinkInline auto:
                Auto(auto);
                break;
            case CodeInline code:
                Code(code);
                break;
            case HtmlEntityInline entity:
                Text(entity.Transcoded.AsSpan());
                break;
            case TaskList task:
                Task(task);
                break;
            case FootnoteLink note:
                Note(note);
                break;
            case ContainerInline container:
                WriteAll(container);
                break;
        }
    }

    /// <summary>A picture, or what is wrong with it.</summary>
    public void Picture(LinkInline image, bool isFigure)
    {
        var target = LinkPolicy.Check(image.Url);
        if (target?.Kind != LinkKind.Media)
        {
            var code = target?.Kind == LinkKind.External ? "picture-external" : "picture-path";
            state.Issues.Add(BodyIssue.Error(code, Line, image.Url ?? ""));
            return;
        }
        var alt = InlineText.Of(image);
        var title = string.IsNullOrWhiteSpace(image.Title) ? null : FrenchTypography.Apply(image.Title);
        _output.Add(new PictureNode(target.Href, alt.Length == 0 ? null : FrenchTypography.Apply(alt), title, isFigure, Line));
        state.Typography.Skip('\ufffc');
    }

    /// <summary>The checked target, noted for the link check; null with an issue when it may not stand.</summary>
    public LinkTarget? Target(string? url)
    {
        var target = LinkPolicy.Check(url);
        if (target is null)
            state.Issues.Add(BodyIssue.Error("link-refused", Line, url ?? ""));
        else if (target.Kind != LinkKind.Media)
            state.Links.Add(new(target, Line));
        if (target is { Kind: LinkKind.Page } && target.Href.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            state.Issues.Add(BodyIssue.Error("link-without-scheme", Line, target.Href));
        return target;
    }

    /// <summary>The opening tag of a link to anything but a media file.</summary>
    public void OpenLink(LinkTarget target)
    {
        _output.Raw("<a href=\"");
        if (target.Kind == LinkKind.Page && target.Href[0] == '/')
            _output.Add(new PagePathNode(target.Href, Line));
        else
            _output.Encoded(target.Href);
        _output.Raw(target.Kind == LinkKind.External ? "\" class=\"external\" rel=\"noopener\">" : "\">");
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (text.Contains('<'))
            state.NoteHtml(text, Line);
        state.Typography.Write(text);
    }

    private void Break(LineBreakInline lineBreak)
    {
        Line++;
        state.Typography.Skip(' ');
        _output.Raw(lineBreak.IsHard ? "<br>\n" : "\n");
    }

    private void Element(string name, ContainerInline content)
    {
        _output.Raw("<");
        _output.Raw(name);
        _output.Raw(">");
        WriteAll(content);
        _output.Raw("</");
        _output.Raw(name);
        _output.Raw(">");
    }

    private void Link(LinkInline link)
    {
        if (link.FirstChild is null)
            state.Issues.Add(BodyIssue.Error("link-without-words", Line, link.Url ?? ""));
        var target = Target(link.Url);
        if (target is null)
        {
            WriteAll(link);
        }
        else if (target.Kind == LinkKind.Media)
        {
            var line = Line;
            _output.Begin();
            WriteAll(link);
            _output.Add(new FileLinkNode(target.Href, _output.End(), line));
        }
        else
        {
            OpenLink(target);
            WriteAll(link);
            _output.Raw("</a>");
        }
    }

    private void Auto(AutolinkInline auto)
    {
        var target = Target(auto.IsEmail ? "mailto:" + auto.Url : auto.Url);
        if (target is not null)
            OpenLink(target);
        _output.Encoded(auto.Url);
        if (target is not null)
            _output.Raw("</a>");
        state.Typography.Skip('a');
    }

    private void Code(CodeInline code)
    {
        _output.Raw("<code>");
        _output.Encoded(code.Content);
        _output.Raw("</code>");
        state.Typography.Skip('a');
    }

    private void Task(TaskList task)
    {
        _output.Raw("<span class=\"task\" role=\"img\" aria-label=\"");
        _output.Encoded(BodyIssue.Word(task.Checked ? "task.done" : "task.open"));
        _output.Raw(task.Checked ? "\">☑</span>" : "\">☐</span>");
    }

    private void Note(FootnoteLink note)
    {
        var order = note.Footnote.Order;
        var back = string.Create(CultureInfo.InvariantCulture, $"renvoi-{order}-{note.Index}");
        if (note.IsBackLink)
        {
            _output.Raw(string.Create(CultureInfo.InvariantCulture, $" <a href=\"#{back}\" role=\"doc-backlink\" aria-label=\""));
            _output.Encoded(BodyIssue.Word("note.back"));
            _output.Raw("\">↩</a>");
            return;
        }
        state.Ids.Take(back);
        _output.Raw(string.Create(CultureInfo.InvariantCulture, $"<sup id=\"{back}\"><a href=\"#note-{order}\" role=\"doc-noteref\">{order}</a></sup>"));
        state.Typography.Skip('a');
    }
}
