using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Data.Content;

/// <summary>What all sites share: <c>territory.yaml</c>. There is one row.</summary>
public sealed class TerritoryRecord
{
    /// <summary>The only key there is.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Name { get; set; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The file as the content format writes it.</summary>
    public required string Text { get; set; }

    public Instant UpdatedAt { get; set; }

    public long Version { get; set; }

    /// <summary>The version that the last import wrote: another one means "edited here since". Null: never imported.</summary>
    public long? ImportedVersion { get; set; }
}

/// <summary>One site's settings: <c>site.yaml</c>.</summary>
public sealed class SiteRecord
{
    public required string Key { get; init; }

    public SiteKind Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>The host name of the public site.</summary>
    public required string Domain { get; set; }

    /// <summary>The file as the content format writes it.</summary>
    public required string Text { get; set; }

    public Instant UpdatedAt { get; set; }

    public long Version { get; set; }

    /// <summary>The version that the last import wrote: another one means "edited here since". Null: never imported.</summary>
    public long? ImportedVersion { get; set; }

    /// <summary>When the site was closed; its content stays.</summary>
    public Instant? ClosedAt { get; set; }
}

/// <summary>A file of the content format that is neither an item nor a setting: <c>menus.yaml</c>, <c>collections.yaml</c>…</summary>
public sealed class DataFileRecord
{
    /// <summary>The path from the content folder: <c>vany/menus.yaml</c>, <c>fiches/F1341.json</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The owning site; null for the territory's own files.</summary>
    public string? SiteKey { get; init; }

    public required string Text { get; set; }

    public Instant UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }

    public long Version { get; set; }

    /// <summary>The version that the last import wrote: another one means "edited here since". Null: never imported.</summary>
    public long? ImportedVersion { get; set; }
}

/// <summary>What a site decided about somebody else's item (<c>overlays.yaml</c>), and what it last knew of it.</summary>
public sealed class OverlayRecord : IOwnedBySite
{
    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary>The item's id; its owner is another site.</summary>
    public Guid ItemId { get; init; }

    /// <summary>Null: the rules decide.</summary>
    public OverlayDecision? Decision { get; set; }

    public bool Pinned { get; set; }

    public string? Title { get; set; }

    public string? Image { get; set; }

    public string? Note { get; set; }

    /// <summary>Fingerprint of the original when somebody here last looked at it; another one means "changed since".</summary>
    public string? SeenFingerprint { get; set; }

    public Instant UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }

    public long Version { get; set; }

    /// <summary>The version that the last import wrote: another one means "edited here since". Null: never imported.</summary>
    public long? ImportedVersion { get; set; }
}

/// <summary>One file of a site's library (<c>media.yaml</c>); its bytes are in the media store under their hash.</summary>
public sealed class MediaRecord : IOwnedBySite
{
    public Guid Id { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary><c>media/mairie.jpg</c>; unique among what is not in the trash.</summary>
    public required string Path { get; set; }

    /// <summary>SHA-256 of the bytes, hexadecimal: the name in the media store.</summary>
    public required string ContentHash { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public long Length { get; set; }

    /// <summary>Pixels as displayed; null for what is not a picture.</summary>
    public int? Width { get; set; }

    /// <summary>Pixels as displayed; null for what is not a picture.</summary>
    public int? Height { get; set; }

    public string? Alt { get; set; }

    public bool Decorative { get; set; }

    public string? Credit { get; set; }

    public string? Licence { get; set; }

    public LocalDate? LicenceUntil { get; set; }

    public string? Consent { get; set; }

    /// <summary>0 left, 1 right; null: the middle.</summary>
    public double? FocusX { get; set; }

    /// <summary>0 top, 1 bottom; null: the middle.</summary>
    public double? FocusY { get; set; }

    public bool Shared { get; set; }

    public Instant CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public Instant UpdatedAt { get; set; }

    public Instant? DeletedAt { get; set; }

    public long Version { get; set; }

    /// <summary>The version that the last import wrote: another one means "edited here since". Null: never imported.</summary>
    public long? ImportedVersion { get; set; }
}
