namespace SiteFactory.Generator.Plan;

/// <summary>What planning remembers from site to site and from build to build. It only saves time, and never shows in a plan.</summary>
/// <param name="once">There is one build: only what its sites share is remembered.</param>
internal sealed class PlanMemory(bool once = false)
{
    public BodyCache Bodies { get; } = new(keepsOwn: !once);

    public SearchMemory Search { get; } = new();

    public Models.EventMemory Events { get; } = new();

    public AssetMemory Assets { get; } = new();

    /// <summary>Of each site, by key.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, ItemMemory> Items { get; } = new();

    /// <summary>Whether there will be another build.</summary>
    public bool Stays => !once;
}
