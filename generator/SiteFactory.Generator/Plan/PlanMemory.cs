namespace SiteFactory.Generator.Plan;

/// <summary>What planning remembers from site to site and from build to build. It only saves time, and never shows in a plan.</summary>
internal sealed class PlanMemory
{
    public BodyCache Bodies { get; } = new();

    public SearchMemory Search { get; } = new();

    public Models.EventMemory Events { get; } = new();

    public AssetMemory Assets { get; } = new();
}
