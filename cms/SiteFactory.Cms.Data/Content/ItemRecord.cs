using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Data.Content;

/// <summary>
/// One item of content. Its truth is the text of the content format (front matter and Markdown); the other columns are read out
/// of that text for lists and searches, and are written together with it.
/// </summary>
public sealed class ItemRecord : IOwnedBySite
{
    public Guid Id { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    public ContentKind Kind { get; init; }

    /// <summary>A page's path without slashes at the ends, otherwise the slug; unique among what is not in the trash.</summary>
    public required string Key { get; set; }

    public required string Title { get; set; }

    public string? Summary { get; set; }

    /// <summary>Keys of topics, each between bars, for lists to filter by: <c>|culture|dechets|</c>; empty without any.</summary>
    public string Topics { get; set; } = "";

    /// <summary>A page's place among its neighbours, the lowest first; of no meaning for other kinds.</summary>
    public int MenuOrder { get; set; }

    /// <summary>Menus show the page; true for other kinds.</summary>
    public bool InMenus { get; set; } = true;

    /// <summary>What lists sort by: a news item's date, an event's start, a document's session, otherwise the last change.</summary>
    public Instant SortAt { get; set; }

    /// <summary>What the public sees, as the content format writes it; null when nothing is published.</summary>
    public string? LiveText { get; set; }

    /// <summary>Where the live text stands in the content folder; null when nothing is published.</summary>
    public string? LivePath { get; set; }

    /// <summary>Changes that are not published; null when there are none.</summary>
    public string? DraftText { get; set; }

    /// <summary>The draft waits for somebody who may publish.</summary>
    public bool InReview { get; set; }

    /// <summary>What who submitted or returned the draft wrote to the other; null: nothing.</summary>
    public string? ReviewNote { get; set; }

    /// <summary>When the draft replaces what is live; null: not by itself.</summary>
    public Instant? DraftGoesLiveAt { get; set; }

    /// <summary>Of the live text: before it the public does not see the item.</summary>
    public Instant? PublishAt { get; set; }

    /// <summary>Of the live text: from it on the public no longer sees the item.</summary>
    public Instant? UnpublishAt { get; set; }

    public Instant CreatedAt { get; init; }

    public Instant UpdatedAt { get; set; }

    /// <summary>The name of who saved last, as it was then.</summary>
    public required string UpdatedBy { get; set; }

    /// <summary>When it went to the trash; null: it is not there.</summary>
    public Instant? DeletedAt { get; set; }

    /// <summary>Grows with each save: who saves names the version they started from.</summary>
    public long Version { get; set; }

    /// <summary>The version that the last import wrote: another one means "edited here since". Null: never imported.</summary>
    public long? ImportedVersion { get; set; }

    /// <summary>What an editor goes on with: the draft, or else what is live.</summary>
    public string CurrentText => DraftText ?? LiveText ?? "";
}

/// <summary>One save of an item, kept for comparing and restoring.</summary>
public sealed class ItemVersion : IOwnedBySite
{
    public long Id { get; init; }

    public Guid ItemId { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary>The item's version that this save made.</summary>
    public long Number { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public Instant SavedAt { get; init; }

    public required string SavedBy { get; init; }

    /// <summary>What the save was for.</summary>
    public VersionKind Kind { get; init; }
}

/// <summary>Why a version was kept.</summary>
public enum VersionKind
{
    Draft,
    Published,
    Restored,
    Imported,
    Withdrawn,

    /// <summary>The text of the second of two people who saved at the same time, kept beside the first's.</summary>
    SetAside,
}

/// <summary>What somebody typed and did not save yet; one for a person and an item.</summary>
public sealed class Autosave : IOwnedBySite
{
    public Guid ItemId { get; init; }

    public Guid PersonId { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    public required string Text { get; set; }

    /// <summary>The version of the item that the text started from.</summary>
    public long FromVersion { get; set; }

    public Instant At { get; set; }
}

/// <summary>A link that shows one draft to people without an account, for a time.</summary>
public sealed class PreviewLink : IOwnedBySite
{
    public Guid Id { get; init; }

    public Guid ItemId { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary>SHA-256 of the secret in the link, hexadecimal; the secret itself is kept nowhere.</summary>
    public required string SecretHash { get; init; }

    public Instant CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public Instant ExpiresAt { get; init; }

    public Instant? RevokedAt { get; set; }
}
