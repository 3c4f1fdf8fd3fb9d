using Microsoft.AspNetCore.Http;
using SiteFactory.Generator.Release;

namespace SiteFactory.Serving;

/// <summary>Gives each request to the site that its host names, or to the list of sites.</summary>
public sealed class HostRouter(BuiltSites sites, LiveReload? liveReload)
{
    private const string Localhost = "localhost";

    public Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }
        var host = context.Request.Host.Host;
        if (host is Localhost or "127.0.0.1" or "[::1]")
            return new SiteList(sites).AnswerAsync(context);
        return Find(host) is { } site
            ? new SiteResponder(site, liveReload).AnswerAsync(context)
            : new SiteList(sites).UnknownHostAsync(context);
    }

    // A site's key before ".localhost", or its own domain for whoever points it here.
    private BuiltSite? Find(string host)
    {
        const string Suffix = "." + Localhost;
        if (!host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
            return sites.ByDomain(host);
        var key = host[..^Suffix.Length];
        return sites.All().FirstOrDefault(s => s.Card.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
    }
}
