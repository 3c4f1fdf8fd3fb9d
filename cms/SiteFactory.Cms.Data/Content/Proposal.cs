using NodaTime;

namespace SiteFactory.Cms.Data.Content;

/// <summary>How a proposal stands.</summary>
public enum ProposalState
{
    Waiting,
    Accepted,
    Refused,

    /// <summary>The commune took it back before it was answered.</summary>
    Withdrawn,
}

/// <summary>
/// An event or a news item that a commune proposes to the métropole for the territory. The item stays the commune's; an item has one
/// proposal at most, which may be made again.
/// </summary>
public sealed class Proposal : IOwnedBySite
{
    /// <summary>The proposed item.</summary>
    public Guid ItemId { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary>The métropole's site, which sees the proposal and changes nothing of it from there.</summary>
    public required string ToSiteKey { get; init; }

    public ProposalState State { get; set; }

    /// <summary>What the commune says of it; null: nothing.</summary>
    public string? Note { get; set; }

    public Instant ProposedAt { get; set; }

    public required string ProposedBy { get; set; }

    /// <summary>The métropole's word; null: nothing.</summary>
    public string? Answer { get; set; }

    /// <summary>Null: not yet.</summary>
    public Instant? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public long Version { get; set; }
}
