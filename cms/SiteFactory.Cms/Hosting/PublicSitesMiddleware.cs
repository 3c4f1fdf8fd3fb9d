using Microsoft.Extensions.Options;
using SiteFactory.Portal;
using SiteFactory.Serving;

namespace SiteFactory.Cms.Hosting;

/// <summary>Every host name that is neither the back office's nor the portal's is a public site's: its files are handed out, and nothing else is reached.</summary>
public sealed class PublicSitesMiddleware(RequestDelegate next, HostRouter sites, IOptions<CmsOptions> options, PortalOptions portal)
{
    /// <summary>Decides by the request's host.</summary>
    public Task InvokeAsync(HttpContext context) =>
        options.Value.Hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase) || portal.IsPortal(context.Request.Host)
            ? next(context)
            : sites.AnswerAsync(context);
}
