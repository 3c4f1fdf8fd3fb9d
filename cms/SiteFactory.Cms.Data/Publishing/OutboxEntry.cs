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

/// <summary>Why a site is built.</summary>
public enum BuildCause
{
    /// <summary>Somebody changed what it shows.</summary>
    Change,

    /// <summary>A moment came: an item appears or leaves, an event is over, a new day begins.</summary>
    Moment,

    /// <summary>The first start, another version of the software, or content that was imported.</summary>
    Start,

    /// <summary>Somebody put an earlier release back.</summary>
    Rollback,
}

/// <summary>How far the outbox was turned into builds. There is one row.</summary>
public sealed class PublicationState
{
    /// <summary>The only key there is.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>The outbox entry up to which every concerned site has its build; two processes cannot both move it from one value.</summary>
    public long Dispatched { get; set; }

    /// <summary>The version of the software that the sites were built with.</summary>
    public string? Code { get; set; }
}

/// <summary>One build of one site.</summary>
public sealed class SiteBuild
{
    public long Id { get; init; }

    public required string SiteKey { get; init; }

    public BuildCause Cause { get; init; }

    /// <summary>What changed, in a webmaster's words; null when nobody changed anything.</summary>
    public string? Subject { get; init; }

    /// <summary>Who changed it; null when nobody did.</summary>
    public string? PersonName { get; init; }

    /// <summary>The change was made on this very site, and not on another one whose items it shows.</summary>
    public bool IsOwnChange { get; init; }

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
