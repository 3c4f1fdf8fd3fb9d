namespace SiteFactory.Generator.Plan;

/// <summary>What planning remembers from site to site and from build to build. It only saves time, and never shows in a plan.</summary>
/// <param name="once">There is one build: only what its sites share is remembered.</param>
/// <param name="keepsPlans">There may be another build at the same moment.</param>
internal sealed class PlanMemory(bool once = false, bool keepsPlans = true)
{
    public BodyCache Bodies { get; } = new(keepsOwn: !once);

    public SearchMemory Search { get; } = new();

    public Models.EventMemory Events { get; } = new();

    public AssetMemory Assets { get; } = new();

    /// <summary>Of each site, by key.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, ItemMemory> Items { get; } = new();

    /// <summary>Whether there may be another build that uses <see cref="Items"/> again: they hold at one moment only.</summary>
    public bool KeepsItems => !once && keepsPlans;
}
