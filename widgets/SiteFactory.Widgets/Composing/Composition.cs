using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Pictures;
using SiteFactory.Widgets.Attributes;

namespace SiteFactory.Widgets.Composing;

/// <summary>The composing of one body: turns nodes into fragments and gathers faults on the way.</summary>
internal sealed class Composition(FrozenDictionary<string, IDirective> directives, IBodyContext context)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public IBodyContext Context { get; } = context;

    public List<BodyFault> Faults { get; } = [];

    /// <summary>Origins shown in frames.</summary>
    public SortedSet<string> Frames { get; } = new(StringComparer.Ordinal);

    public string Address(LinkTarget target) =>
        target.Kind == LinkKind.Page && target.Href[0] == '/' ? Context.Link(target.Href) : target.Href;

    public BodyHeadingModel HeadingModel(HeadingNode node) => new(node.Level, node.Id, Fragment(node.Content));

    public RenderFragment ItemFragment(ListItemNode item) => Markup.Component<BodyListItem, BodyListItemModel>(Item(item));

    public RenderFragment Fragment(ImmutableArray<BodyNode> nodes)
    {
        var parts = new List<RenderFragment>();
        var html = new StringBuilder();
        foreach (var node in nodes)
        {
            if (Inline(node) is { } text)
            {
                if (nodes.Length == 1)
                    return Markup.Html(text);
                html.Append(text);
                continue;
            }
            Cut(html, parts);
            if (Part(node) is { } part)
                parts.Add(part);
        }
        Cut(html, parts);
        return Markup.Join(parts);
    }

    private static void Cut(StringBuilder html, List<RenderFragment> parts)
    {
        if (html.Length == 0)
            return;
        parts.Add(Markup.Html(html.ToString()));
        html.Clear();
    }

    /// <summary>The HTML of nodes that need no component.</summary>
    private string? Inline(BodyNode node) => node switch
    {
        HtmlNode html => html.Html,
        PagePathNode path => Encoder.Encode(Context.Link(path.Path)),
        _ => null,
    };

    private RenderFragment? Part(BodyNode node) => node switch
    {
        PictureNode picture => Picture(picture),
        FileLinkNode file => File(file),
        HeadingNode heading => Heading(heading),
        ListNode list => List(list),
        DirectiveNode directive => Directive(directive),
        _ => null,
    };

    private RenderFragment? Picture(PictureNode node)
    {
        if (BodyPicture.Find(node, this) is not { } picture)
            return null;
        return node.IsFigure
            ? Markup.Component<BodyFigure, BodyFigureModel>(new BodyFigureModel(picture, node.Title))
            : Markup.Component<BodyInlinePicture, PictureModel>(picture);
    }

    private RenderFragment File(FileLinkNode node)
    {
        var label = Fragment(node.Label);
        if (Context.File(node.Path) is { } file)
            return Markup.Component<BodyFileLink, BodyFileLinkModel>(new BodyFileLinkModel(file, label));
        Faults.Add(WidgetFault.Error("file-missing", node.Line, node.Path));
        return label;
    }

    private RenderFragment Heading(HeadingNode node) =>
        Markup.Component<BodyHeading, BodyHeadingModel>(HeadingModel(node));

    private RenderFragment List(ListNode node) =>
        Markup.Component<BodyList, BodyListModel>(new BodyListModel(node.IsOrdered, [.. node.Items.Select(Item)]));

    private BodyListItemModel Item(ListItemNode item)
    {
        var lead = item.Lead is { } words ? ItemLeadModel.Of(words, this) : null;
        var picture = item.Picture is { } node ? Picture(node) : null;
        return new(picture, lead, item.Rest.IsEmpty ? null : Fragment(item.Rest));
    }

    private RenderFragment? Directive(DirectiveNode node)
    {
        if (!directives.TryGetValue(node.Name, out var directive))
        {
            Faults.Add(Unknown(node));
            return Fragment(node.Children);
        }
        var values = AttributeCheck.Run(node, directive.Attributes, Faults);
        return directive.Compose(new(this, node, values));
    }

    private BodyFault Unknown(DirectiveNode node)
    {
        var cure = Suggestion.Nearest(node.Name, directives.Keys) is { } near
            ? WidgetTexts.Format("did-you-mean", near)
            : WidgetTexts.Format("directive-unknown.list", string.Join(", ", directives.Keys.Order(StringComparer.Ordinal)));
        return new("directive-unknown", true, node.Line, WidgetTexts.Format("directive-unknown.message", node.Name), cure);
    }
}
