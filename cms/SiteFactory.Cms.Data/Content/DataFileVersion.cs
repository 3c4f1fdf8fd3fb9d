using NodaTime;

namespace SiteFactory.Cms.Data.Content;

/// <summary>One save of a data file of a site, kept for looking back and for taking back.</summary>
public sealed class DataFileVersion : IOwnedBySite
{
    public long Id { get; init; }

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary>The file's path from the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The file's version that this save made.</summary>
    public long Number { get; init; }

    /// <summary>What was done, in a webmaster's words.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    public Instant SavedAt { get; init; }

    public required string SavedBy { get; init; }
}
