using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>All that is known of the démarches that every commune shares, at one moment.</summary>
/// <param name="Version">The version of the territory's settings.</param>
/// <param name="Sites">The sites that are open, by name.</param>
/// <param name="Readings">How the last questions to portals ended, by portal.</param>
/// <param name="Links">What the last looks at declared links found, by address.</param>
public sealed record TerritoryPicture(
    Territory Territory,
    long Version,
    IReadOnlyList<Site> Sites,
    PortalCatalogues Catalogues,
    IReadOnlyDictionary<string, CatalogueRecord> Readings,
    IReadOnlyDictionary<string, LinkRecord> Links)
{
    /// <summary>The métropole's own site; null: it has none.</summary>
    public Site? Metropole => Sites.FirstOrDefault(s => s.Kind == SiteKind.Metropole);

    /// <summary>The portal on which shared services open; null: there is none.</summary>
    public PortalDeclaration? Common => Neutral is { } site ? ServiceRouting.TerritoryPortal(Territory, site) : null;

    /// <summary>The services that a site has which says nothing of its own.</summary>
    public ImmutableArray<RoutedService> Services => ServicesOf(Territory);

    /// <summary>The same without the territory's own words about the portal's services, and without its links.</summary>
    public ImmutableArray<RoutedService> Plain => ServicesOf(Territory with { EServices = Territory.EServices with { Services = [] } });

    /// <summary>Entries about services that no portal offers any more.</summary>
    public ImmutableArray<EServiceEntry> Gone
    {
        get
        {
            var known = Services.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
            return [.. Territory.EServices.Services.Where(e => !known.Contains(e.Key))];
        }
    }

    private Site? Neutral => Metropole ?? (Sites.Count > 0 ? Sites[0] : null);

    /// <summary>The sites that name the service in their own settings.</summary>
    public IEnumerable<Site> Naming(string service) =>
        Sites.Where(s => s.EServices.Chosen?.Contains(service) == true || s.EServices.Featured.Contains(service));

    private ImmutableArray<RoutedService> ServicesOf(Territory territory) =>
        Neutral is { } site ? [.. ServiceRouting.For(territory, site with { EServices = new(EServiceModel.Shared, null) }, Catalogues).All] : [];
}

/// <summary>Reads it.</summary>
public sealed class TerritoryPictures(SettingsStore settings, CmsDbContext database)
{
    /// <summary>Now.</summary>
    public async Task<TerritoryPicture> LookAsync(CancellationToken cancellation)
    {
        var (territory, version) = await settings.TerritoryAsync(cancellation);
        var readings = await database.Catalogues.AsNoTracking().ToDictionaryAsync(c => c.Portal, StringComparer.Ordinal, cancellation);
        var records = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).OrderBy(s => s.Name).Select(s => new { s.Key, s.Text }).ToListAsync(cancellation);
        var sites = records.Select(r => FormatText.ReadSite(r.Key, r.Text).Value).OfType<Site>().ToList();
        var addresses = territory.EServices.Services.Select(DeclaredLinks.Address).OfType<string>().ToList();
        var links = await database.Links.AsNoTracking().Where(l => addresses.Contains(l.Address)).ToDictionaryAsync(l => l.Address, StringComparer.Ordinal, cancellation);
        return new(
            territory,
            version,
            sites,
            PortalCatalogues.From(readings.Values.Select(KnownCatalogues.Of).OfType<PortalCatalogue>()),
            readings,
            links);
    }
}
