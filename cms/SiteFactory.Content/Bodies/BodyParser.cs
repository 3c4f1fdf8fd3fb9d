using System.Text;
using Markdig;
using SiteFactory.Content.Bodies.Parsing;
using SiteFactory.Content.Bodies.Writing;

namespace SiteFactory.Content.Bodies;

/// <summary>
/// Reads a body: Markdown and directives in, a neutral tree out. Every element and attribute of the result is one that the
/// writers know; whatever else an author types is text.
/// </summary>
public static class BodyParser
{
    /// <summary>The body's tree. Never throws for what a text contains.</summary>
    public static BodyDocument Parse(string markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return BodyDocument.Empty;
        var source = Markdown.Parse(Normalized(markdown), BodyPipeline.Instance);
        using var output = new NodeSink();
        var state = new BodyState(output);
        new BlockWriter(state).WriteAll(source);
        var issues = state.Issues;
        issues.Sort((a, b) => a.Line.CompareTo(b.Line));
        return new(output.Finish(), [.. state.Links], [.. state.Ids.All], [.. issues]);
    }

    /// <summary>The words of a body, for search and summaries: no markup, blocks apart by line breaks.</summary>
    /// <param name="maxLength">Where to stop, give or take a block.</param>
    public static string PlainText(string markdown, int maxLength = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return "";
        using var text = new PlainTextWriter(maxLength);
        return text.Write(Markdown.Parse(Normalized(markdown), BodyPipeline.Instance));
    }

    private static string Normalized(string markdown) =>
        markdown.IsNormalized(NormalizationForm.FormC) ? markdown : markdown.Normalize(NormalizationForm.FormC);
}
