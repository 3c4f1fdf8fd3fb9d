using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
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
        if (Find(host) is { } site)
            return new SiteResponder(site, liveReload).AnswerAsync(context);
        return sites.MovedFrom(host) is { } domain
            ? RedirectAsync(context, domain)
            : new SiteList(sites).UnknownHostAsync(context);
    }

    private static Task RedirectAsync(HttpContext context, string domain)
    {
        var host = context.Request.Host.Port is { } port ? new HostString(domain, port) : new HostString(domain);
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = UriHelper.BuildAbsolute(context.Request.Scheme, host, default, context.Request.Path, context.Request.QueryString);
        return Task.CompletedTask;
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
