namespace SiteFactory.Cms.Features.Health;

/// <summary>How much something matters.</summary>
public enum HealthLevel
{
    /// <summary>Keeps the site from being published, or breaks the law.</summary>
    Broken,

    /// <summary>To be mended when there is time.</summary>
    Mend,
}

/// <summary>Something that is wrong with the site, its cure, and where to mend it.</summary>
/// <param name="Where">The item's title, or the part of the site.</param>
/// <param name="Address">The very field; null: there is no screen for it.</param>
public sealed record HealthLine(HealthLevel Level, string Where, string Text, string Cure, string? Address);
