using System.Collections.Immutable;

namespace SiteFactory.Content.Bodies;

/// <summary>A part of a parsed body. The set of kinds is closed; it names what only a site can resolve and leaves the rest as finished HTML.</summary>
public abstract record BodyNode;

/// <summary>Finished, safe HTML; a piece may open an element that a later piece closes.</summary>
public sealed record HtmlNode(string Html) : BodyNode;

/// <summary>The address of a page, inside an <c>href</c> that the pieces around it open and close: the site that shows the body may have the page elsewhere.</summary>
/// <param name="Path"><c>/vie-municipale/</c>, not yet encoded for HTML.</param>
public sealed record PagePathNode(string Path, int Line) : BodyNode;

/// <summary>A picture of the site's media.</summary>
/// <param name="Path"><c>media/x.jpg</c> or <c>metropole/media/x.jpg</c>.</param>
/// <param name="Alt">What the author wrote between the brackets; null when nothing.</param>
/// <param name="Title">The caption, or null.</param>
/// <param name="IsFigure">It stands by itself, not inside a line of text.</param>
public sealed record PictureNode(string Path, string? Alt, string? Title, bool IsFigure, int Line) : BodyNode;

/// <summary>A link to a file of the site's media.</summary>
public sealed record FileLinkNode(string Path, ImmutableArray<BodyNode> Label, int Line) : BodyNode;

/// <summary>A heading that is a direct child of a directive, kept apart so that the directive can cut its text into sections.</summary>
/// <param name="Level">As shown: it follows on the headings around the directive.</param>
/// <param name="Id">Unique in the body.</param>
/// <param name="Text">Without markup.</param>
public sealed record HeadingNode(int Level, string Id, ImmutableArray<BodyNode> Content, string Text, int Line) : BodyNode;

/// <summary>A list that is a direct child of a directive.</summary>
public sealed record ListNode(bool IsOrdered, ImmutableArray<ListItemNode> Items, int Line) : BodyNode;

/// <summary>An item of a <see cref="ListNode"/>: an optional picture, what stands first (a link or bold words), and the rest.</summary>
public sealed record ListItemNode(PictureNode? Picture, ItemLead? Lead, ImmutableArray<BodyNode> Rest, int Line);

/// <summary>What a list item starts with.</summary>
/// <param name="Label">What stands inside the link or the bold element.</param>
/// <param name="Text">The words without markup.</param>
/// <param name="Target">Where the link leads; null for bold words.</param>
/// <param name="Separator">What stands between it and the rest: a space, a colon, a dash.</param>
public sealed record ItemLead(ImmutableArray<BodyNode> Label, string Text, LinkTarget? Target, string Separator);

/// <summary>A call of a directive: <c>::: name {attributes}</c>.</summary>
/// <param name="Children">What stands between the opening and the closing line.</param>
public sealed record DirectiveNode(
    string Name, ImmutableArray<DirectiveAttribute> Attributes, ImmutableArray<BodyNode> Children, int Line) : BodyNode;

/// <summary>An attribute of a directive, as written.</summary>
public sealed record DirectiveAttribute(string Name, string Value);
