using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Bodies;

namespace SiteFactory.Widgets.Composing;

/// <summary>One call of a directive: its checked attributes, what it encloses, and whom it may ask.</summary>
public sealed class DirectiveCall
{
    private readonly Composition _composition;
    private readonly Dictionary<string, string> _values;

    internal DirectiveCall(Composition composition, DirectiveNode node, Dictionary<string, string> values)
    {
        _composition = composition;
        _values = values;
        Children = node.Children;
        Line = node.Line;
    }

    /// <summary>What stands between the opening and the closing line.</summary>
    public ImmutableArray<BodyNode> Children { get; }

    /// <summary>1-based line of the opening.</summary>
    public int Line { get; }

    /// <summary>The site that shows the body.</summary>
    public IBodyContext Context => _composition.Context;

    /// <summary>The value of an attribute; null when it is absent or bad.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>The value of a number.</summary>
    public int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Markup of enclosed nodes.</summary>
    public RenderFragment Compose(params ImmutableArray<BodyNode> nodes) => _composition.Fragment(nodes);

    /// <summary>A number that no other call in this body was given, for ids.</summary>
    public int NextNumber() => _composition.NextNumber();

    /// <summary>A link's address on the site that shows the body.</summary>
    public string Address(LinkTarget target) => _composition.Address(target);

    /// <summary>Notes an error whose sentences stand in the directive's own resource file.</summary>
    public void Error(TextResource texts, string code, int line, params object[] values) =>
        _composition.Faults.Add(WidgetFault.Error(texts, code, line, values));

    /// <summary>Notes a weakness.</summary>
    public void Warning(TextResource texts, string code, int line, params object[] values) =>
        _composition.Faults.Add(WidgetFault.Error(texts, code, line, values) with { IsError = false });

    /// <summary>Notes what the directive cannot use of what it encloses.</summary>
    public void Unexpected(int line) => _composition.Faults.Add(WidgetFault.Error("unexpected-content", line));

    /// <summary>Notes that a picture, file or entry that the directive names does not exist.</summary>
    public void Missing(string code, string name) => _composition.Faults.Add(WidgetFault.Error(code, Line, name));
}
