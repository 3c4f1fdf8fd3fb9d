using NodaTime;

namespace SiteFactory.Cms.Data.EServices;

/// <summary>What is known of one portal of the territory: its last good catalogue, and how the last question to it ended.</summary>
public sealed class CatalogueRecord
{
    /// <summary>The portal's key in <c>territory.yaml</c>.</summary>
    public required string Portal { get; init; }

    /// <summary>The last good catalogue as JSON; null: there never was one.</summary>
    public string? Text { get; set; }

    /// <summary>When the portal gave it.</summary>
    public Instant? ReadAt { get; set; }

    /// <summary>When the portal was last asked. Two processes cannot both move it from one value.</summary>
    public Instant AskedAt { get; set; }

    /// <summary>Why the last question had no good answer: a <c>PortalProblem</c>; null: it had one.</summary>
    public string? Problem { get; set; }

    /// <summary>Since when questions have no good answer.</summary>
    public Instant? ProblemSince { get; set; }
}
