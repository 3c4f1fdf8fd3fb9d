using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using SiteFactory.Content.Bodies.Parsing;
using SiteFactory.Content.Bodies.Typography;
using SiteFactory.Content.Bodies.Writing;

namespace SiteFactory.Content.Bodies;

/// <summary>
/// Reads a body: Markdown and directives in, a neutral tree out. Every element and attribute of the result is one that the
/// writers know; whatever else an author types is text.
/// </summary>
public static partial class BodyParser
{
    /// <summary>The body's tree. Never throws for what a text contains.</summary>
    public static BodyDocument Parse(string markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return BodyDocument.Empty;
        if (TryRead(markdown) is not { } source)
            return BodyDocument.Empty with { Issues = [BodyIssue.Error("too-deep", 1)] };
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
        return TryRead(markdown) is { } source ? text.Write(source) : "";
    }

    /// <summary>Null when lists or quotations stand in each other beyond all reason: the parser gives up, and says it by throwing.</summary>
    private static MarkdownDocument? TryRead(string markdown)
    {
        try
        {
            return Markdown.Parse(Normalized(markdown), BodyPipeline.Instance);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Composed accents, and plain spaces after the signs that start a line: some keyboards type no-break ones unseen.</summary>
    private static string Normalized(string markdown)
    {
        var composed = markdown.IsNormalized(NormalizationForm.FormC) ? markdown : markdown.Normalize(NormalizationForm.FormC);
        return composed.AsSpan().ContainsAny(FrenchTypography.NoBreak, FrenchTypography.Thin) ? MarkerSpace().Replace(composed, " ") : composed;
    }

    [GeneratedRegex(@"(?<=^[ \t]*(?:[-*+>]|\d{1,9}[.)]|#{1,6}|:{3,}))[\u00a0\u202f]", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkerSpace();
}
