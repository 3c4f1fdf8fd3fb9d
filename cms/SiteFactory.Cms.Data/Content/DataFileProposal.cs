using NodaTime;

namespace SiteFactory.Cms.Data.Content;

/// <summary>A change of a data file that somebody who may not publish proposes. It goes once it is published or taken back.</summary>
public sealed class DataFileProposal : IOwnedBySite
{
    public Guid Id { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary>The file's path from the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>What is to be done, in a webmaster's words.</summary>
    public required string Subject { get; init; }

    /// <summary>The file as its author found it.</summary>
    public required string Before { get; init; }

    /// <summary>The file as it should be.</summary>
    public required string Text { get; init; }

    public Instant ProposedAt { get; init; }

    public required string ProposedBy { get; init; }

    public Guid ProposedById { get; init; }

    /// <summary>Why it was sent back; null: it was not, or without a word.</summary>
    public string? Answer { get; set; }

    public string? ReturnedBy { get; set; }

    /// <summary>Null: it waits.</summary>
    public Instant? ReturnedAt { get; set; }

    public long Version { get; set; }
}
