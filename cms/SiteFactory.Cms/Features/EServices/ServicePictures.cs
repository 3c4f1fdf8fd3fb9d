using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>Reads what is known of the démarches of the site that the request is about.</summary>
public sealed class ServicePictures(SettingsStore settings, CmsDbContext database)
{
    /// <summary>Now.</summary>
    public async Task<ServicePicture> LookAsync(CancellationToken cancellation)
    {
        var (site, version) = await settings.SiteAsync(cancellation);
        var territory = (await settings.TerritoryAsync(cancellation)).Value;
        var readings = await database.Catalogues.AsNoTracking().ToDictionaryAsync(c => c.Portal, StringComparer.Ordinal, cancellation);
        var catalogues = PortalCatalogues.From(readings.Values.Select(KnownCatalogues.Of).OfType<PortalCatalogue>());
        var offered = ServiceRouting.For(territory, site with { EServices = site.EServices with { Chosen = null } }, catalogues).All;
        var addresses = site.EServices.Services.Concat(territory.EServices.Services).Select(DeclaredLinks.Address).OfType<string>().ToList();
        var links = await database.Links.AsNoTracking().Where(l => addresses.Contains(l.Address)).ToDictionaryAsync(l => l.Address, StringComparer.Ordinal, cancellation);
        return new(territory, site, version, catalogues, offered, ServiceRouting.For(territory, site, catalogues), readings, links);
    }
}
