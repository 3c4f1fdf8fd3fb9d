using NodaTime;

namespace SiteFactory.Cms.Data.Audit;

/// <summary>Who did what, when. Rows are only ever added.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public Instant At { get; init; }

    /// <summary>Null for what the system did by itself.</summary>
    public Guid? PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>Null for what concerns the territory.</summary>
    public string? SiteKey { get; init; }

    /// <summary>Stable, kebab-case: <c>item-published</c>.</summary>
    public required string Action { get; init; }

    /// <summary>On what: a title, a name.</summary>
    public required string Target { get; init; }

    /// <summary>The item, when it is one.</summary>
    public Guid? ItemId { get; init; }
}
