using Markdig.Syntax;
using SiteFactory.Content.Bodies.Typography;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Writes the words of a body, one line a block.</summary>
internal sealed class PlainTextWriter : IDisposable
{
    private readonly CharBuffer _text = new();
    private readonly FrenchTypography _typography;
    private readonly int _maxLength;

    public PlainTextWriter(int maxLength)
    {
        _maxLength = maxLength;
        _typography = new(_text) { Encode = false };
    }

    public string Write(MarkdownDocument source)
    {
        Blocks(source);
        return _text.Take().TrimEnd('\n');
    }

    public void Dispose() => _text.Dispose();

    private void Blocks(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (_text.Length >= _maxLength)
                return;
            if (block is LeafBlock leaf and not LinkReferenceDefinition)
                Leaf(leaf);
            else if (block is ContainerBlock inner and not LinkReferenceDefinitionGroup)
                Blocks(inner);
        }
    }

    private void Leaf(LeafBlock leaf)
    {
        if (leaf is CodeBlock code)
        {
            _text.Append(code.Lines.ToString());
            _text.Append('\n');
            return;
        }
        var words = InlineText.Of(leaf.Inline);
        if (words.Length == 0)
            return;
        _typography.Reset();
        _typography.Write(words);
        _text.Append('\n');
    }
}
