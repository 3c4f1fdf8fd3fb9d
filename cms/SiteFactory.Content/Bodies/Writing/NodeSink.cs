using System.Buffers;
using System.Collections.Immutable;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Where the writers write: HTML runs into one piece until a node that is not HTML cuts it.</summary>
internal sealed class NodeSink : IDisposable
{
    private static readonly SearchValues<char> AttributeUnsafe = SearchValues.Create("&<>\"'");
    private readonly Stack<ImmutableArray<BodyNode>.Builder> _outer = [];
    private ImmutableArray<BodyNode>.Builder _nodes = ImmutableArray.CreateBuilder<BodyNode>();

    public CharBuffer Html { get; } = new();

    public void Add(BodyNode node)
    {
        Cut();
        _nodes.Add(node);
    }

    /// <summary>What is written until <see cref="End"/> is kept apart.</summary>
    public void Begin()
    {
        Cut();
        _outer.Push(_nodes);
        _nodes = ImmutableArray.CreateBuilder<BodyNode>();
    }

    public ImmutableArray<BodyNode> End()
    {
        Cut();
        var inner = _nodes.ToImmutable();
        _nodes = _outer.Pop();
        return inner;
    }

    public ImmutableArray<BodyNode> Finish()
    {
        Cut();
        return _nodes.ToImmutable();
    }

    /// <summary>Writes markup that this code knows.</summary>
    public void Raw(ReadOnlySpan<char> markup) => Html.Append(markup);

    /// <summary>Writes text as it stands, encoded for an element or an attribute in double quotes.</summary>
    public void Encoded(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(AttributeUnsafe) is var at && at >= 0)
        {
            Html.Append(text[..at]);
            Html.Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            text = text[(at + 1)..];
        }
        Html.Append(text);
    }

    public void Dispose() => Html.Dispose();

    private void Cut()
    {
        if (Html.Length > 0)
            _nodes.Add(new HtmlNode(Html.Take()));
    }
}
