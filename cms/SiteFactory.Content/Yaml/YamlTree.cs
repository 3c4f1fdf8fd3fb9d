using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SiteFactory.Content.Yaml;

/// <summary>What kept a text from being read as YAML.</summary>
internal enum YamlProblem
{
    /// <summary>Not YAML at all.</summary>
    Syntax,

    /// <summary>Anchors, aliases, tags, several documents: YAML that the content format does without.</summary>
    Unsupported,

    /// <summary>Lists within lists beyond any reason.</summary>
    TooDeep,
}

/// <summary>A text that is not YAML as the content format knows it.</summary>
internal sealed class YamlProblemException(YamlProblem problem, int line, string detail) : Exception(detail)
{
    public YamlProblem Problem { get; } = problem;

    public int Line { get; } = line;
}

/// <summary>Reads one YAML document into nodes, straight from YamlDotNet's parser events.</summary>
internal static class YamlTree
{
    private const int MaxDepth = 32;

    /// <summary>The document's root, or null when the text holds nothing.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="firstLine">The line of the file on which the text starts, 1-based.</param>
    /// <exception cref="YamlProblemException">The text is not YAML as the content format knows it.</exception>
    public static YamlNode? Read(string text, int firstLine)
    {
        if (SimpleYaml.TryRead(text, firstLine) is { } simple)
            return simple;
        return ReadWithParser(text, firstLine);
    }

    /// <summary>The same, always by YamlDotNet.</summary>
    internal static YamlNode? ReadWithParser(string text, int firstLine)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            return new EventReader(parser, firstLine - 1).Document();
        }
        catch (YamlException e)
        {
            throw new YamlProblemException(YamlProblem.Syntax, Line(e.Start, firstLine - 1), e.Message);
        }
    }

    private static int Line(in Mark mark, int offset) => (int)mark.Line + offset;

    private sealed class EventReader(Parser parser, int lineOffset)
    {
        public YamlNode? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
                return null;
            parser.Consume<DocumentStart>();
            var root = Node(0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                throw Unsupported(parser.Current!);
            return root;
        }

        private YamlNode Node(int depth)
        {
            if (depth > MaxDepth)
                throw new YamlProblemException(YamlProblem.TooDeep, LineOf(parser.Current!), "");
            if (parser.TryConsume<Scalar>(out var scalar))
                return ScalarNode(scalar);
            if (parser.TryConsume<SequenceStart>(out var sequence))
                return Sequence(sequence, depth);
            if (parser.TryConsume<MappingStart>(out var mapping))
                return Mapping(mapping, depth);
            throw Unsupported(parser.Current!);
        }

        private YamlScalar ScalarNode(Scalar scalar)
        {
            RefuseDecorated(scalar);
            return new(scalar.Value, scalar.Style == ScalarStyle.Plain, LineOf(scalar));
        }

        private YamlSequence Sequence(SequenceStart start, int depth)
        {
            RefuseDecorated(start);
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(depth + 1));
            return new(items, LineOf(start));
        }

        private YamlMapping Mapping(MappingStart start, int depth)
        {
            RefuseDecorated(start);
            var entries = new List<YamlEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var key))
                    throw Unsupported(parser.Current!);
                RefuseDecorated(key);
                entries.Add(new(key.Value, LineOf(key), Node(depth + 1)));
            }
            return new(entries, LineOf(start));
        }

        private void RefuseDecorated(NodeEvent node)
        {
            if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
                throw Unsupported(node);
        }

        private YamlProblemException Unsupported(ParsingEvent at) => new(YamlProblem.Unsupported, LineOf(at), "");

        private int LineOf(ParsingEvent at) => Line(at.Start, lineOffset);
    }
}
