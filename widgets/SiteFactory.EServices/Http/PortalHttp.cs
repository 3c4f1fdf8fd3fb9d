using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace SiteFactory.EServices.Http;

/// <summary>
/// Asks portals over HTTPS. Every connection, those of redirects too, goes to an address that was looked up and judged here,
/// so that no name can lead elsewhere between the look and the call.
/// </summary>
public sealed class PortalHttp : IPortalTransport, IDisposable
{
    private const string Agent = "SiteFactory/0.1 (catalogue)";

    private readonly PortalLimits _limits;
    private readonly HttpClient _public;
    private readonly HttpClient _local;

    public PortalHttp(PortalLimits limits)
    {
        _limits = limits;
        _public = Client(limits, isLocal: false);
        _local = Client(limits, isLocal: true);
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> GetAsync(Uri address, bool isLocal, CancellationToken cancellation)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !isLocal)
            throw new PortalException(PortalProblem.NotSecure, address.Host);
        try
        {
            using var answer = await (isLocal ? _local : _public).GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new PortalException(PortalProblem.Refused, ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return await ReadAsync(answer.Content, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException || !cancellation.IsCancellationRequested)
        {
            throw new PortalException(PortalProblem.Slow, address.Host, e);
        }
        catch (HttpRequestException e)
        {
            throw e.InnerException as PortalException ?? new PortalException(PortalProblem.Down, address.Host, e);
        }
        catch (IOException e)
        {
            throw new PortalException(PortalProblem.Down, address.Host, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _public.Dispose();
        _local.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > _limits.Bytes)
            throw new PortalException(PortalProblem.TooLarge, "");
        using var body = new MemoryStream();
        var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var piece = new byte[16 * 1024];
            int read;
            while ((read = await stream.ReadAsync(piece, cancellation).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > _limits.Bytes)
                    throw new PortalException(PortalProblem.TooLarge, "");
                body.Write(piece, 0, read);
            }
        }
        return body.ToArray();
    }

    private static HttpClient Client(PortalLimits limits, bool isLocal)
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
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
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
