namespace SiteFactory.Generator.Tests.Build;

/// <summary>The sample territory, built once for the tests that only read it.</summary>
public sealed class SampleSite : IDisposable
{
    private readonly TestTerritory _territory = new();

    public SampleSite() => _territory.Built();

    internal BuiltSite Metropole => _territory.Site("metropole");

    internal BuiltSite Vany => _territory.Site("vany");

    internal BuiltSite Jury => _territory.Site("jury");

    internal BuiltSite Peltre => _territory.Site("peltre");

    public void Dispose() => _territory.Dispose();
}
