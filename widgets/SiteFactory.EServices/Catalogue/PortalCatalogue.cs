using System.Collections.Immutable;

namespace SiteFactory.EServices.Catalogue;

/// <summary>What a portal offers.</summary>
/// <param name="Portal">The portal's key.</param>
/// <param name="Services">In the portal's order; no two have the same key.</param>
public sealed record PortalCatalogue(string Portal, ImmutableArray<PortalService> Services)
{
    /// <summary>What the portal once offered and no longer does.</summary>
    public ImmutableArray<PortalService> Gone { get; init; } = [];

    /// <summary>The service of that key; null when there is none.</summary>
    public PortalService? Find(string key) => Services.FirstOrDefault(s => s.Key == key);

    /// <summary>This catalogue, remembering what <paramref name="before"/> had and it has not.</summary>
    public PortalCatalogue After(PortalCatalogue? before)
    {
        if (before is null)
            return this;
        var here = Services.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return this with { Gone = [.. before.Services.Concat(before.Gone).Where(s => here.Add(s.Key))] };
    }
}
