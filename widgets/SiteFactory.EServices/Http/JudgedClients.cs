using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace SiteFactory.EServices.Http;

/// <summary>
/// Makes clients whose every connection, those of redirects too, goes to an address that was looked up and judged here, so that no
/// name can lead elsewhere between the look and the call.
/// </summary>
internal static class JudgedClients
{
    /// <summary>A client that no name leads into a private network.</summary>
    /// <param name="isLocal">Private addresses are meant.</param>
    /// <param name="agent">What it calls itself.</param>
    /// <param name="accept">The type of answers that it wants.</param>
    public static HttpClient Create(PortalLimits limits, bool isLocal, string agent, string accept)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = limits.Redirects > 0,
            MaxAutomaticRedirections = Math.Max(1, limits.Redirects),
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            ConnectTimeout = limits.Connect,
            MaxResponseHeadersLength = 32,
            UseCookies = false,
            // Through a proxy the connection would be the proxy's, and its target unknown.
            UseProxy = false,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, isLocal, cancellation),
        };
        var client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        client.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return client;
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, bool isLocal, CancellationToken cancellation)
    {
        var addresses = await LookUpAsync(end.Host, cancellation).ConfigureAwait(false);
        var allowed = isLocal ? addresses : Array.FindAll(addresses, a => !PrivateAddresses.Contains(a));
        if (allowed.Length == 0)
            throw new PortalException(PortalProblem.PrivateAddress, end.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // RFC 6761: every name under localhost is this machine, whatever the resolver says.
    private static async Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        return host == "localhost" || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
            : await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
    }
}
