namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>A Markdown file cut in two: the YAML between the <c>---</c> lines, and the text after them.</summary>
/// <param name="Yaml">The lines between the fences.</param>
/// <param name="YamlLine">1-based line of the first of them.</param>
/// <param name="Body">What follows, without the one empty line that may stand after the fence.</param>
/// <param name="BodyLine">1-based line on which the body starts.</param>
internal readonly record struct FrontMatter(string Yaml, int YamlLine, string Body, int BodyLine)
{
    /// <summary>Whether the file begins with a fence at all.</summary>
    public static bool IsPresent(ReadOnlySpan<byte> file) => IsFence(file[..LineLength(file)]);

    /// <summary>Cuts the file; null when no second fence closes the front matter.</summary>
    /// <exception cref="NotUtf8Exception">The bytes are not UTF-8.</exception>
    public static FrontMatter? Split(ReadOnlySpan<byte> file)
    {
        var start = Next(file, 0);
        var position = start;
        for (var line = 2; position < file.Length; line++)
        {
            var rest = file[position..];
            if (IsFence(rest[..LineLength(rest)]))
                return At(file, start, position, line);
            position = Next(file, position);
        }
        return null;
    }

    private static FrontMatter At(ReadOnlySpan<byte> file, int start, int fence, int fenceLine)
    {
        var body = Next(file, fence);
        var bodyLine = fenceLine + 1;
        if (body < file.Length && file[body..(body + LineLength(file[body..]))] is [] or [(byte)'\r'] && Next(file, body) > body)
        {
            body = Next(file, body);
            bodyLine++;
        }
        return new(SourceText.Decode(file[start..fence], 2), 2, SourceText.Decode(file[body..], bodyLine), bodyLine);
    }

    private static bool IsFence(ReadOnlySpan<byte> line) =>
        line.StartsWith("---"u8) && line[3..].IndexOfAnyExcept((byte)' ', (byte)'\r', (byte)'\t') < 0;

    private static int LineLength(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\n') is >= 0 and var length ? length : text.Length;

    /// <summary>Where the next line starts.</summary>
    private static int Next(ReadOnlySpan<byte> file, int position) =>
        Math.Min(file.Length, position + LineLength(file[position..]) + 1);
}
