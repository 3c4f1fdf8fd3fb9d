using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>A picture and the site whose folder holds it.</summary>
/// <param name="SiteKey">The site that owns the file.</param>
/// <param name="Path">Path from that site's folder, <c>media/x.jpg</c>.</param>
public sealed record ShownImage(string SiteKey, string Path)
{
    /// <summary>Reads <c>media/x.jpg</c> (a file of <paramref name="writer"/>) or <c>metropole/media/x.jpg</c>.</summary>
    /// <param name="writer">The site in whose content the reference stands.</param>
    public static ShownImage Resolve(string reference, string writer)
    {
        if (reference.StartsWith("media/", StringComparison.Ordinal))
            return new(writer, reference);
        var slash = reference.IndexOf("/media/", StringComparison.Ordinal);
        return slash > 0 ? new(reference[..slash], reference[(slash + 1)..]) : new(writer, reference);
    }
}

/// <summary>An item as one site shows it: whose it is, why it is there, and what the site adds to it.</summary>
/// <param name="Owner">The site that wrote it.</param>
/// <param name="Overlay">What the showing site says about it; null for its own items.</param>
/// <param name="SiteKey">The showing site.</param>
/// <param name="Slug">
/// The item's name in this site's addresses: its key, with the owner's key behind it when another item has that name
/// here. For a page: its path here without slashes at the ends.
/// </param>
public sealed record Shown<T>(T Item, Site Owner, ShowReason Reason, Overlay? Overlay, string SiteKey, string Slug)
    where T : ContentItem
{
    /// <summary>Whether the showing site wrote it.</summary>
    public bool IsOwn => Reason is ShowReason.Own;

    /// <summary>Whether the showing site wants it on top. How lists honour that is the theme's matter.</summary>
    public bool Pinned => Overlay is { Pinned: true };

    /// <summary>The local title where there is one, otherwise the owner's.</summary>
    public string Title => Words?.Title ?? Item.Title;

    /// <summary>The words that the showing site adds.</summary>
    public string? Note => Words?.Note;

    /// <summary>The local picture where there is one, otherwise the owner's.</summary>
    public ShownImage? Image =>
        Words?.Image is { } local ? ShownImage.Resolve(local, SiteKey)
        : Item.Image is { } image ? ShownImage.Resolve(image, Item.SiteKey)
        : null;

    /// <summary>Describes <see cref="Image"/>; a local picture is described by its own media entry.</summary>
    public string? ImageAlt => Words?.Image is null ? Item.ImageAlt : null;

    // A news item may forbid local words; accepting, refusing and pinning stay the receiver's.
    private Overlay? Words => Item is NewsItem { Overlay: false } ? null : Overlay;

    /// <summary>Whether both say the same of the very same item. Cheap: items are compared by reference.</summary>
    internal static bool Same(Shown<T> a, Shown<T> b) =>
        ReferenceEquals(a.Item, b.Item)
        && ReferenceEquals(a.Owner, b.Owner)
        && a.Slug == b.Slug
        && a.Reason == b.Reason
        && a.Overlay == b.Overlay;
}

/// <summary>Somebody else's item that a site does not show: it waits for a decision, or was refused.</summary>
public sealed record Offer(ContentItem Item, Site Owner, ShowReason Reason, Overlay? Overlay)
{
    internal static bool Same(Offer a, Offer b) =>
        ReferenceEquals(a.Item, b.Item)
        && ReferenceEquals(a.Owner, b.Owner)
        && a.Reason == b.Reason
        && a.Overlay == b.Overlay;
}

/// <summary>What becomes of one item on one site.</summary>
public sealed record Placement(Site Site, ShowReason Reason);
