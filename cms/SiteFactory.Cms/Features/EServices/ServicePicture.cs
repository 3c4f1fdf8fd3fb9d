using System.Collections.Immutable;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>All that is known of a site's démarches at one moment.</summary>
/// <param name="Version">The version of the site's settings.</param>
/// <param name="Offered">Everything that the site could show, in the order of the catalogues.</param>
/// <param name="Shown">What it shows, and what there is to know about that.</param>
/// <param name="Readings">How the last questions to portals ended, by portal.</param>
/// <param name="Links">What the last looks at declared links found, by address.</param>
public sealed record ServicePicture(
    Territory Territory,
    Site Site,
    long Version,
    PortalCatalogues Catalogues,
    ImmutableArray<RoutedService> Offered,
    SiteServices Shown,
    IReadOnlyDictionary<string, CatalogueRecord> Readings,
    IReadOnlyDictionary<string, LinkRecord> Links)
{
    /// <summary>The portals that the site's services open on: the territory's first.</summary>
    public IEnumerable<PortalDeclaration> Portals
    {
        get
        {
            var common = ServiceRouting.TerritoryPortal(Territory, Site);
            return new[] { common, ServiceRouting.OwnPortal(Territory, Site, common) }.OfType<PortalDeclaration>();
        }
    }

    /// <summary>The portal's name before people.</summary>
    public static string NameOf(PortalDeclaration portal) => portal.Label ?? portal.Key;

    /// <summary>The name of the portal of that key.</summary>
    public string? NameOf(string? key) => Territory.Portals.FirstOrDefault(p => p.Key == key) is { } portal ? NameOf(portal) : key;
}
