using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Pages;

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

    /// <summary>A link's address on the site that shows the body.</summary>
    public string Address(LinkTarget target) => _composition.Address(target);

    /// <summary>A list item, put together again.</summary>
    public RenderFragment ComposeItem(ListItemNode item) => _composition.ItemFragment(item);

    /// <summary>A heading, to show where the directive wants it.</summary>
    public BodyHeadingModel Heading(HeadingNode node) => _composition.HeadingModel(node);

    /// <summary>A picture with its caption; null, and a fault, when there is none.</summary>
    public BodyFigureModel? Figure(PictureNode node) =>
        BodyPicture.Find(node, _composition) is { } picture ? new(picture, node.Title) : null;

    /// <summary>A media file; null, and a fault, when there is none.</summary>
    public FileLink? File(string path, int line)
    {
        var file = Context.File(path);
        if (file is null)
            _composition.Faults.Add(WidgetFault.Error("file-missing", line, path));
        return file;
    }

    /// <summary>A directory entry; null, and a fault, when there is none.</summary>
    public DirectoryCard? Entry(string key)
    {
        var entry = Context.Entry(key);
        if (entry is null)
            _composition.Faults.Add(WidgetFault.Error("entry-missing", Line, key));
        return entry;
    }

    /// <summary>Notes that the body shows an origin in a frame, which the site's policy then allows.</summary>
    public void Frames(string origin) => _composition.Frames.Add(origin);

    /// <summary>The words that an item starts with, resolved.</summary>
    public ItemLeadModel Lead(ItemLead lead) => ItemLeadModel.Of(lead, _composition);

    /// <summary>The items of the enclosed lists; anything else is a fault.</summary>
    public ImmutableArray<ListItemNode> Items()
    {
        if (!Children.All(c => c is ListNode))
            Common("unexpected-content", Line);
        var items = Children.OfType<ListNode>().SelectMany(l => l.Items).ToImmutableArray();
        if (items.IsEmpty)
            Common("list-missing", Line);
        return items;
    }

    /// <summary>Notes an error that several directives have in common.</summary>
    public void Common(string code, int line, params object[] values) => _composition.Faults.Add(WidgetFault.Error(code, line, values));

    /// <summary>Notes an error whose sentences stand in the directive's own resource file.</summary>
    public void Error(TextResource texts, string code, int line, params object[] values) =>
        _composition.Faults.Add(WidgetFault.Error(texts, code, line, values));

    /// <summary>Notes a weakness.</summary>
    public void Warning(TextResource texts, string code, int line, params object[] values) =>
        _composition.Faults.Add(WidgetFault.Error(texts, code, line, values) with { IsError = false });

    /// <summary>Notes a fault when the directive encloses anything: it has no use for it.</summary>
    public void ExpectNothingInside()
    {
        if (!Children.IsEmpty)
            Common("unexpected-content", Line);
    }
}
