using System.Collections.Immutable;

namespace SiteFactory.EServices.Catalogue;

/// <summary>
/// The catalogues that a build goes by: with the snapshot, all that the démarches of its sites are made from. A portal that is
/// not in it never told what it offers; content alone speaks for it.
/// </summary>
public sealed record PortalCatalogues(ImmutableSortedDictionary<string, PortalCatalogue> ByPortal)
{
    /// <summary>Nothing is known of any portal.</summary>
    public static PortalCatalogues None { get; } = new(ImmutableSortedDictionary.Create<string, PortalCatalogue>(StringComparer.Ordinal));

    /// <summary>The catalogue of a portal; null when none is known.</summary>
    public PortalCatalogue? Of(string portal) => ByPortal.GetValueOrDefault(portal);

    /// <summary>Catalogues by their own keys.</summary>
    public static PortalCatalogues From(params IEnumerable<PortalCatalogue> catalogues) =>
        new(catalogues.ToImmutableSortedDictionary(c => c.Portal, c => c, StringComparer.Ordinal));
}
