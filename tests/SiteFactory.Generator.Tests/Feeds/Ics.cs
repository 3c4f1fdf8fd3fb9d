using System.Text;

namespace SiteFactory.Generator.Tests.Feeds;

/// <summary>A small strict reader of iCalendar: it refuses what RFC 5545 refuses.</summary>
internal sealed class Ics
{
    public sealed record Property(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
    {
        /// <summary>The value as TEXT.</summary>
        public string Text => Unescape(Value);
    }

    public sealed record Component(string Name, List<Property> Properties, List<Component> Components)
    {
        public Property this[string name] => Properties.Single(p => p.Name == name);

        public IEnumerable<Component> All(string name) => Components.Where(c => c.Name == name);

        public bool Has(string name) => Properties.Any(p => p.Name == name);
    }

    public static Component Parse(byte[] bytes)
    {
        CheckLines(bytes);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Replace("\r\n ", "", StringComparison.Ordinal);
        var stack = new Stack<Component>();
        Component? root = null;
        foreach (var line in text.Split("\r\n")[..^1])
        {
            var property = Read(line);
            if (property.Name == "BEGIN")
            {
                stack.Push(new(property.Value, [], []));
            }
            else if (property.Name == "END")
            {
                var done = stack.Pop();
                Assert.Equal(done.Name, property.Value);
                if (stack.Count == 0)
                    root = root is null ? done : throw new FormatException("two calendars");
                else
                    stack.Peek().Components.Add(done);
            }
            else
            {
                stack.Peek().Properties.Add(property);
            }
        }
        Assert.Empty(stack);
        return root ?? throw new FormatException("no calendar");
    }

    private static void CheckLines(byte[] bytes)
    {
        var start = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n')
                Assert.True(i > 0 && bytes[i - 1] == '\r', "a line feed by itself");
            if (bytes[i] != '\r')
            {
                Assert.True(bytes[i] is >= 0x20 and not 0x7F or (byte)'\t' or (byte)'\n', "a control character");
                continue;
            }
            Assert.True(bytes[i + 1] == '\n', "a carriage return by itself");
            Assert.InRange(i - start, 1, 75);
            // Each physical line is UTF-8 by itself: no character is cut.
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, i - start);
            start = i + 2;
        }
        Assert.Equal(bytes.Length, start);
    }

    private static Property Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        Assert.True(colon > 0, line);
        var head = line[..colon].Split(';');
        Assert.Matches("^[A-Z0-9-]+$", head[0]);
        return new(head[0], head[1..].Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]), line[(colon + 1)..]);
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.False(value[i] is ';' or ',', "an unescaped separator in " + value);
            if (value[i] != '\\')
            {
                text.Append(value[i]);
                continue;
            }
            i++;
            text.Append(value[i] switch
            {
                '\\' or ';' or ',' => value[i],
                'n' or 'N' => '\n',
                _ => throw new FormatException("unknown escape in " + value),
            });
        }
        return text.ToString();
    }
}
