namespace SiteFactory.Content.Bodies;

/// <summary>What a link of a body leads to.</summary>
public enum LinkKind
{
    /// <summary>A place on the same page: <c>#tarifs</c>.</summary>
    Fragment,

    /// <summary>A page of the territory's sites: <c>/vie-municipale/</c>.</summary>
    Page,

    /// <summary>A file of a site's media: <c>media/plan.pdf</c>.</summary>
    Media,

    /// <summary>Another host, over http or https.</summary>
    External,

    /// <summary><c>mailto:</c>, <c>tel:</c> or <c>geo:</c>.</summary>
    Contact,
}

/// <summary>A checked link address, ready for an <c>href</c> once HTML-encoded.</summary>
public sealed record LinkTarget(LinkKind Kind, string Href);

/// <summary>A link of a body, for the link check.</summary>
public sealed record BodyLink(LinkTarget Target, int Line);
