using System.Net;

namespace SiteFactory.EServices.Http;

/// <summary>What is wrong with a link.</summary>
public enum LinkProblem
{
    /// <summary>The server has no such page, or has it no more.</summary>
    NotFound,

    /// <summary>The server answers with an error of its own.</summary>
    ServerError,

    /// <summary>Nobody answers under that name.</summary>
    Down,

    /// <summary>The answer did not come in time.</summary>
    Slow,

    /// <summary>The address leads into a private network.</summary>
    PrivateAddress,
}

/// <summary>Looks whether public addresses answer.</summary>
public interface ILinkProbe
{
    /// <summary>What is wrong with the address; null: it answers.</summary>
    Task<LinkProblem?> ProbeAsync(Uri address, CancellationToken cancellation);
}

/// <summary>
/// Asks for the head of a page, and for the page itself where that is not understood; reads no answer beyond its head. Never goes to
/// a private address.
/// </summary>
public sealed class LinkProbe : ILinkProbe, IDisposable
{
    private const string Agent = "SiteFactory/0.1 (links)";

    private readonly PortalLimits _limits;
    private readonly HttpClient _client;

    public LinkProbe(PortalLimits limits)
        : this(limits, isLocal: false)
    {
    }

    internal LinkProbe(PortalLimits limits, bool isLocal) =>
        (_limits, _client) = (limits, JudgedClients.Create(limits with { Redirects = 5 }, isLocal, Agent, "*/*"));

    /// <inheritdoc/>
    public async Task<LinkProblem?> ProbeAsync(Uri address, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(_limits.Total);
        try
        {
            // Many servers answer a question for the head with an error, and the page itself well.
            var head = await StatusAsync(HttpMethod.Head, address, time.Token).ConfigureAwait(false);
            return Problem(head) is null ? null : Problem(await StatusAsync(HttpMethod.Get, address, time.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return LinkProblem.Slow;
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is PortalException { Problem: PortalProblem.PrivateAddress } ? LinkProblem.PrivateAddress : LinkProblem.Down;
        }
        catch (IOException)
        {
            return LinkProblem.Down;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri address, CancellationToken cancellation)
    {
        using var question = new HttpRequestMessage(method, address);
        using var answer = await _client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        return answer.StatusCode;
    }

    // A page that asks for an account, or that turns programs away, is there for people.
    private static LinkProblem? Problem(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkProblem.NotFound,
        HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => LinkProblem.ServerError,
        >= HttpStatusCode.InternalServerError => LinkProblem.ServerError,
        _ => null,
    };
}
