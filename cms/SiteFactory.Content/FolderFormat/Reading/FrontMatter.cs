namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>A Markdown file cut in two: the YAML between the <c>---</c> lines, and the text after them.</summary>
/// <param name="Yaml">The lines between the fences.</param>
/// <param name="YamlLine">1-based line of the first of them.</param>
/// <param name="Body">What follows, without the one empty line that may stand after the fence.</param>
/// <param name="BodyLine">1-based line on which the body starts.</param>
internal readonly record struct FrontMatter(string Yaml, int YamlLine, string Body, int BodyLine)
{
    /// <summary>Whether the text begins with a fence at all.</summary>
    public static bool IsPresent(string text) => text.StartsWith("---\n", StringComparison.Ordinal) || text == "---";

    /// <summary>Cuts the text, whose line ends are <c>\n</c>; null when no second fence closes the front matter.</summary>
    public static FrontMatter? Split(string text)
    {
        const int start = 4;
        var position = start;
        for (var line = 2; position < text.Length; line++)
        {
            var end = text.IndexOf('\n', position);
            var content = text.AsSpan(position..(end < 0 ? text.Length : end));
            if (content.StartsWith("---") && content[3..].Trim(' ').IsEmpty)
                return At(text, start, position, end < 0 ? text.Length : end + 1, line);
            if (end < 0)
                return null;
            position = end + 1;
        }
        return null;
    }

    private static FrontMatter At(string text, int start, int fence, int afterFence, int fenceLine)
    {
        var bodyLine = fenceLine + 1;
        if (afterFence < text.Length && text[afterFence] == '\n')
        {
            afterFence++;
            bodyLine++;
        }
        return new(text[start..fence], 2, text[afterFence..], bodyLine);
    }
}
