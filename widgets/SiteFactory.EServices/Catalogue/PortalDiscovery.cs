using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Catalogue;

/// <summary>What stands at an address.</summary>
/// <param name="Kind"><c>publik</c> or <c>open311</c>; null: no portal that we know how to read.</param>
/// <param name="Services">What it offers.</param>
/// <param name="Problem">Why nothing could be read; null when something was.</param>
public sealed record PortalFound(string? Kind, ImmutableArray<PortalService> Services, PortalProblem? Problem);

/// <summary>Finds out by itself what a portal speaks, so that nobody has to know.</summary>
public sealed class PortalDiscovery(IPortalTransport transport, PortalLimits limits)
{
    private static readonly string[] Kinds = ["publik", "open311"];

    /// <summary>Asks in each language in turn.</summary>
    /// <param name="declaration">Address, and whether a private one is meant; the kind is what is looked for.</param>
    public async Task<PortalFound> LookAsync(PortalDeclaration declaration, CancellationToken cancellation)
    {
        var problem = PortalProblem.Malformed;
        foreach (var kind in Kinds)
        {
            try
            {
                if (await AskAsync(declaration with { Kind = kind }, cancellation).ConfigureAwait(false) is { } services)
                    return new(kind, services, null);
            }
            catch (PortalException e)
            {
                problem = e.Problem;
            }
            // Who does not answer at all answers no other question either.
            if (problem is PortalProblem.Down or PortalProblem.Slow or PortalProblem.PrivateAddress or PortalProblem.NotSecure)
                break;
        }
        return new(null, [], problem);
    }

    private async Task<ImmutableArray<PortalService>?> AskAsync(PortalDeclaration declaration, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Total);
        try
        {
            return await Portals.Of(declaration)!.ReadAsync(transport, time.Token).WaitAsync(time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new PortalException(PortalProblem.Slow, declaration.Key, e);
        }
        catch (Exception e) when (e is UriFormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            throw new PortalException(PortalProblem.Malformed, e.Message, e);
        }
    }
}
