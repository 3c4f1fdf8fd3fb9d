using Markdig.Syntax;
using SiteFactory.Content.Bodies.Typography;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Writes headings: the page has the <c>h1</c>, and no level is left out.</summary>
internal sealed class HeadingWriter(BodyState state, BlockWriter blocks)
{
    private static readonly string[] Tags = ["h1", "h2", "h3", "h4", "h5", "h6"];

    public void Write(HeadingBlock heading)
    {
        var line = heading.Line + 1;
        var level = Math.Max(2, heading.Level);
        if (heading.Level == 1)
            state.Issues.Add(BodyIssue.Warning("heading-one", line));
        else if (level > state.HeadingLevel + 1)
            state.Issues.Add(BodyIssue.Warning("heading-skipped", line, state.HeadingLevel, level));
        state.HeadingLevel = level;
        var tag = Tags[level - 1];
        var output = state.Output;
        output.Raw("<");
        output.Raw(tag);
        output.Raw(" id=\"");
        output.Raw(state.Ids.For(InlineText.Of(heading.Inline)));
        output.Raw("\">");
        blocks.Inlines(heading);
        output.Raw("</");
        output.Raw(tag);
        output.Raw(">\n");
    }

    /// <summary>A heading that is a directive's child.</summary>
    /// <param name="shift">Added to the written level; null for the first, which follows on the heading before the directive.</param>
    public HeadingNode Node(HeadingBlock heading, ref int? shift)
    {
        shift ??= Math.Min(0, state.HeadingLevel + 1 - heading.Level);
        var level = Math.Clamp(heading.Level + shift.Value, 2, 6);
        state.HeadingLevel = level;
        var text = FrenchTypography.Apply(InlineText.Of(heading.Inline));
        var id = state.Ids.For(text);
        state.Output.Begin();
        blocks.Inlines(heading);
        return new(level, id, state.Output.End(), text, heading.Line + 1);
    }
}
