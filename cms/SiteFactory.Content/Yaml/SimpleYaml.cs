using System.Buffers;

namespace SiteFactory.Content.Yaml;

/// <summary>
/// Reads the YAML that nearly every front matter is made of, many times faster than a general parser: one
/// <c>key: value</c> a line, the value a plain word, a quoted string, or a flow list or mapping that ends on its line.
/// Whatever looks like more is left to <see cref="YamlTree"/>'s general parser; a test holds both to the same answer.
/// </summary>
internal static class SimpleYaml
{
    /// <summary>What ends a double-quoted string on its line, or asks for the general parser: escapes, controls, line separators.</summary>
    private static readonly SearchValues<char> QuotedStops = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\', '\u007f', '\u0085', '\u2028', '\u2029', '\ufeff']);

    /// <summary>What a plain scalar may hold after its first character, besides letters and digits.</summary>
    private static readonly SearchValues<char> PlainPunctuation = SearchValues.Create(" .-_/+()'’€;=%°@?!«»“”–—…\u00a0\u202f");

    /// <summary>The mapping, or null when the text needs the general parser.</summary>
    public static YamlMapping? TryRead(string text, int firstLine)
    {
        var entries = new List<YamlEntry>(12);
        var line = firstLine;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan(range);
            if (content.EndsWith('\r'))
                content = content[..^1];
            if (content.Length > 0)
            {
                if (!TryEntry(content, line, out var entry))
                    return null;
                entries.Add(entry);
            }
            line++;
        }
        return entries.Count == 0 ? null : new(entries, entries[0].Line);
    }

    private static bool TryEntry(ReadOnlySpan<char> content, int line, out YamlEntry entry)
    {
        entry = default;
        var length = KeyLength(content);
        if (length == 0 || length + 2 > content.Length || content[length] != ':' || content[length + 1] != ' ')
            return false;
        var cursor = new Cursor(content, length + 2, line, InFlow: false);
        if (!cursor.TryValue(0, out var value) || !cursor.AtEnd)
            return false;
        entry = new(SharedKeys.Get(content[..length]), line, value!);
        return true;
    }

    private static int KeyLength(ReadOnlySpan<char> content)
    {
        var length = 0;
        while (length < content.Length && char.IsAsciiLetter(content[length]))
            length++;
        return length;
    }

    private ref struct Cursor(ReadOnlySpan<char> text, int position, int line, bool InFlow)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int position = position;
        private bool inFlow = InFlow;

        public readonly bool AtEnd => position == text.Length;

        private readonly char Current => position < text.Length ? text[position] : '\0';

        public bool TryValue(int depth, out YamlNode? value)
        {
            value = null;
            if (depth > 4)
                return false;
            return Current switch
            {
                '"' => TryQuoted(out value),
                '[' => TrySequence(depth, out value),
                '{' => TryMapping(depth, out value),
                _ => TryPlain(out value),
            };
        }

        private bool TryQuoted(out YamlNode? value)
        {
            value = null;
            var rest = text[(position + 1)..];
            var end = rest.IndexOfAny(QuotedStops);
            if (end < 0 || rest[end] != '"')
                return false;
            value = new YamlScalar(rest[..end].ToString(), isPlain: false, line);
            position += end + 2;
            return true;
        }

        /// <summary>A plain scalar that no rule of YAML could read as anything else.</summary>
        private bool TryPlain(out YamlNode? value)
        {
            value = null;
            var start = position;
            if (!IsPlainStart(Current))
                return false;
            while (position < text.Length && IsPlain(text[position]))
                position++;
            if (position < text.Length && !(inFlow && text[position] is ',' or ']' or '}') || text[position - 1] == ' ')
                return false;
            value = new YamlScalar(text[start..position].ToString(), isPlain: true, line);
            return true;
        }

        private readonly bool IsPlainStart(char c) =>
            char.IsLetterOrDigit(c) || c is '/' or '+' || c == '-' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]);

        private readonly bool IsPlain(char c) =>
            char.IsLetterOrDigit(c)
            || PlainPunctuation.Contains(c)
            || c == ',' && !inFlow
            || c == ':' && !inFlow && position + 1 < text.Length && text[position + 1] is not ' ' && position > 0;

        private bool TrySequence(int depth, out YamlNode? value)
        {
            value = null;
            var outer = inFlow;
            inFlow = true;
            var items = new List<YamlNode>(4);
            position++;
            SkipSpaces();
            while (Current != ']')
            {
                if (!TryValue(depth + 1, out var item) || !TrySeparator(']'))
                    return false;
                items.Add(item!);
            }
            position++;
            inFlow = outer;
            value = new YamlSequence(items, line);
            return true;
        }

        private bool TryMapping(int depth, out YamlNode? value)
        {
            value = null;
            var outer = inFlow;
            inFlow = true;
            var entries = new List<YamlEntry>(4);
            position++;
            SkipSpaces();
            while (Current != '}')
            {
                if (!TryKey(out var key) || !TryValue(depth + 1, out var item) || !TrySeparator('}'))
                    return false;
                entries.Add(new(key, line, item!));
            }
            position++;
            inFlow = outer;
            value = new YamlMapping(entries, line);
            return true;
        }

        private bool TryKey(out string key)
        {
            key = "";
            var quoted = Current == '"';
            if (quoted)
                position++;
            var length = KeyLength(text[position..]);
            if (length == 0)
                return false;
            key = SharedKeys.Get(text.Slice(position, length));
            position += length;
            if (quoted && !TrySkip('"') || !TrySkip(':') || Current != ' ')
                return false;
            SkipSpaces();
            return true;
        }

        /// <summary>A comma before the next element, or nothing before the end.</summary>
        private bool TrySeparator(char end)
        {
            SkipSpaces();
            if (Current == end)
                return true;
            if (!TrySkip(','))
                return false;
            SkipSpaces();
            return Current != end && Current != ',';
        }

        private bool TrySkip(char expected)
        {
            if (Current != expected)
                return false;
            position++;
            return true;
        }

        private void SkipSpaces()
        {
            while (Current == ' ')
                position++;
        }
    }
}
