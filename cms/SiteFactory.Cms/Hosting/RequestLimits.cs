using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;

namespace SiteFactory.Cms.Hosting;

/// <summary>How much one address may ask for, how large a request may be, and whom to believe about who asks.</summary>
internal static class RequestLimits
{
    private const long LargestBody = 64L * 1024 * 1024;
    private const int SecondsOfBurst = 20;

    public static void AddRequestLimits(this WebApplicationBuilder builder, CmsOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, options.Proxies));
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = static (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "10";
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(All(options.RequestsPerMinute), SignIns(options.SignInsPerMinute));
        });
    }

    // Without any proxy named, this machine's own addresses are believed: that is where nginx or Caddy usually stands.
    private static void Believe(ForwardedHeadersOptions forwarded, IReadOnlyCollection<string> proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var proxy in proxies)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }

    private static PartitionedRateLimiter<HttpContext> All(int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        perMinute <= 0 ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute * SecondsOfBurst / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(SecondsOfBurst),
        }));

    private static PartitionedRateLimiter<HttpContext> SignIns(int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        perMinute <= 0 || !HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments("/connexion", StringComparison.OrdinalIgnoreCase)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter("connexion " + AddressOf(context), _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));

    // Whoever has an IPv6 network has more addresses in it than anybody could count.
    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address.MapToIPv4().ToString();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
