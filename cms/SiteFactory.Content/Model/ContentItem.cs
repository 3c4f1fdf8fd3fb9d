using System.Collections.Immutable;
using NodaTime;

namespace SiteFactory.Content.Model;

/// <summary>The kinds of content; the set is closed by <see cref="IContentItemVisitor{T}"/>.</summary>
public enum ContentKind
{
    Page,
    News,
    Event,
    Directory,
    Document,
    Alert,
}

/// <summary>Where an item stands on its way to the public.</summary>
public enum PublicationStatus
{
    Draft,
    Review,
    Published,
}

/// <summary>Where a text comes from, to name the place of a fault.</summary>
/// <param name="File">Path from the content folder's root.</param>
/// <param name="BodyLine">1-based line on which the body starts.</param>
public sealed record ItemSource(string File, int BodyLine);

/// <summary>What every item of content has.</summary>
public abstract record ContentItem
{
    /// <summary>Stable identity: written in the file, or made from the path when absent.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key of the site that owns the item.</summary>
    public required string SiteKey { get; init; }

    /// <summary>The item's name in its folder: a page's path (<c>vie-municipale/conseil</c>), otherwise the slug of its address.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>Keys of the territory's topics.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary><c>media/x.jpg</c>, or <c>metropole/media/x.jpg</c> for a picture that another site shares.</summary>
    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    public Instant? PublishAt { get; init; }

    public Instant? UnpublishAt { get; init; }

    public PublicationStatus Status { get; init; } = PublicationStatus.Published;

    public Instant? UpdatedAt { get; init; }

    /// <summary>Old paths that lead here: <c>/ancienne-page/</c>.</summary>
    public ImmutableArray<string> RedirectFrom { get; init; } = [];

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>The file it was read from; null when it comes from elsewhere.</summary>
    public ItemSource? Source { get; init; }

    public abstract ContentKind Kind { get; }

    /// <summary>Who else may show the item. <see cref="Audience.None"/> for kinds that are never shared.</summary>
    public abstract Audience AudienceOrDefault(SiteKind owner);

    /// <summary>Calls the visitor's method for this kind.</summary>
    public abstract T Accept<T>(IContentItemVisitor<T> visitor);
}

/// <summary>An operation over every kind of content: a new kind does not compile until each one handles it.</summary>
public interface IContentItemVisitor<out T>
{
    T Page(Page item);

    T News(NewsItem item);

    T Event(EventItem item);

    T Directory(DirectoryEntry item);

    T Document(OfficialDocument item);

    T Alert(Alert item);
}

/// <summary>Which other sites may show an item.</summary>
public sealed record Audience(bool All, ImmutableArray<string> Zones, ImmutableArray<string> Sites)
{
    /// <summary>Nobody else.</summary>
    public static Audience None { get; } = new(false, [], []);

    /// <summary>Every site of the territory.</summary>
    public static Audience Everyone { get; } = new(true, [], []);

    /// <summary>Whether the item is for its owner alone.</summary>
    public bool IsNone => !All && Zones.IsEmpty && Sites.IsEmpty;
}
