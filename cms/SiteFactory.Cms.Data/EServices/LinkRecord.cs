using NodaTime;

namespace SiteFactory.Cms.Data.EServices;

/// <summary>What the last look at a declared link found.</summary>
public sealed class LinkRecord
{
    /// <summary>The longest address that is looked at.</summary>
    public const int Longest = 1000;

    /// <summary>The address itself.</summary>
    public required string Address { get; init; }

    public Instant CheckedAt { get; set; }

    /// <summary>What is wrong: a <c>LinkProblem</c>; null: it answers.</summary>
    public string? Problem { get; set; }

    /// <summary>Since when it has a problem.</summary>
    public Instant? ProblemSince { get; set; }
}
