namespace SiteFactory.Content.Yaml;

/// <summary>A piece of a YAML document and the line it starts on.</summary>
internal abstract class YamlNode(int line)
{
    /// <summary>1-based line in the file.</summary>
    public int Line { get; } = line;
}

/// <summary>A text. YAML's own types are not guessed: <c>insee: 01004</c> stays what was typed.</summary>
internal sealed class YamlScalar(string value, bool isPlain, int line) : YamlNode(line)
{
    public string Value { get; } = value;

    /// <summary>Whether the author wrote nothing: an empty value, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull { get; } = isPlain && (value is "" or "~" or "null" or "Null" or "NULL");
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(List<YamlNode> items, int line) : YamlNode(line)
{
    public List<YamlNode> Items { get; } = items;
}

/// <summary>One <c>key: value</c>.</summary>
internal readonly record struct YamlEntry(string Key, int Line, YamlNode Value);

/// <summary>Keys and values in the order they were written; a key may stand twice, which the reader reports.</summary>
internal sealed class YamlMapping(List<YamlEntry> entries, int line) : YamlNode(line)
{
    public List<YamlEntry> Entries { get; } = entries;
}
