using System.Collections.Concurrent;
using System.Collections.Immutable;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Generator.Plan;

/// <summary>The named assets of sites with the same colours, made once.</summary>
internal sealed class AssetMemory
{
    private readonly ConcurrentDictionary<Key, (ImmutableSortedDictionary<string, string> Addresses, ImmutableArray<PlannedOutput> Outputs)> _made = new();

    /// <inheritdoc cref="AssetPlanner.Plan"/>
    public (ImmutableSortedDictionary<string, string> Addresses, ImmutableArray<PlannedOutput> Outputs) Of(GenerationSettings settings, BrandTokens brand) =>
        _made.GetOrAdd(new(settings.Code, settings.Search, brand.Primary, brand.Accent), _ => new AssetPlanner(settings, brand).Plan());

    // The code stands for the theme's and the widgets' files; with search there are more of them.
    private readonly record struct Key(Fingerprint Code, bool Search, Color Primary, Color Accent);
}
