using NodaTime;

namespace SiteFactory.Cms.Data.Publishing;

/// <summary>
/// One change of what the public sees, written in the transaction of the save that made it. Its id is the revision of the
/// territory: whoever knows revision N is told everything with a greater id.
/// </summary>
public sealed class OutboxEntry
{
    public long Id { get; init; }

    public Instant At { get; init; }

    /// <summary>The site whose content changed; null for the territory's settings.</summary>
    public string? SiteKey { get; init; }

    /// <summary>Paths of the content folder that were written or removed, one a line.</summary>
    public required string Paths { get; init; }

    /// <summary>The item, when it is one.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>What changed, in a webmaster's words: a title, "Réglages du site".</summary>
    public required string Subject { get; init; }

    public required string PersonName { get; init; }
}

/// <summary>How far a site's publication is.</summary>
public enum BuildState
{
    Waiting,
    Running,
    Done,

    /// <summary>The content has faults, or the build failed: the old site stays.</summary>
    Failed,
}

/// <summary>One build of one site.</summary>
public sealed class SiteBuild
{
    public long Id { get; init; }

    public required string SiteKey { get; init; }

    /// <summary>The territory's revision that was built.</summary>
    public long Revision { get; set; }

    public BuildState State { get; set; }

    public Instant QueuedAt { get; init; }

    public Instant? StartedAt { get; set; }

    public Instant? FinishedAt { get; set; }

    /// <summary>Which process does it.</summary>
    public string? Worker { get; set; }

    /// <summary>Pages of the site.</summary>
    public int Pages { get; set; }

    /// <summary>Files made anew.</summary>
    public int Rendered { get; set; }

    /// <summary>The release that is served since; null when nothing changed or it failed.</summary>
    public string? Release { get; set; }

    /// <summary>Faults as JSON; null when there are none.</summary>
    public string? Faults { get; set; }
}
