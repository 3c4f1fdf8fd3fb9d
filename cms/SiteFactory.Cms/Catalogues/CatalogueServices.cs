using SiteFactory.Cms.Hosting;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;

namespace SiteFactory.Cms.Catalogues;

/// <summary>What speaks with portals.</summary>
internal static class CatalogueServices
{
    public static void AddCatalogues(this IServiceCollection services, CmsOptions options)
    {
        services.AddSingleton<IPortalTransport>(_ => new PortalHttp(PortalLimits.Default));
        services.AddSingleton<ILinkProbe>(_ => new LinkProbe(PortalLimits.Default));
        services.AddSingleton(provider => new PortalDiscovery(provider.GetRequiredService<IPortalTransport>(), PortalLimits.Default));
        services.AddSingleton<KnownCatalogues>();
        services.AddSingleton<CatalogueRefresh>();
        services.AddSingleton<LinkCheck>();
        services.AddScoped<PortalRegister>();
        if (options.Role != CmsRole.Web)
            services.AddHostedService<PortalWatch>();
    }
}
