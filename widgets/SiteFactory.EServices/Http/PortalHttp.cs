using System.Net;

namespace SiteFactory.EServices.Http;

/// <summary>
/// Asks portals over HTTPS, through <see cref="JudgedClients"/>.
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
        _public = JudgedClients.Create(limits, isLocal: false, Agent, "application/json");
        _local = JudgedClients.Create(limits, isLocal: true, Agent, "application/json");
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
}
