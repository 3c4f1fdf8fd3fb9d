using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Http;
using SiteFactory.EServices.Publik;

namespace SiteFactory.EServices.Catalogue;

/// <summary>Catalogues, and what went wrong while they were asked for.</summary>
public sealed record CatalogueReading(PortalCatalogues Catalogues, ImmutableArray<Fault> Faults)
{
    /// <summary>Nothing was asked.</summary>
    public static CatalogueReading None { get; } = new(PortalCatalogues.None, []);

    /// <summary>Why portals gave no good answer, by their keys.</summary>
    public ImmutableSortedDictionary<string, PortalProblem> Problems { get; init; } = ImmutableSortedDictionary.Create<string, PortalProblem>(StringComparer.Ordinal);
}

/// <summary>
/// Reads the catalogues of a territory's portals, all at once, each within its time. A portal without a good answer has its
/// last good copy stand in, and a warning tells of it.
/// </summary>
public sealed class CatalogueReader(IPortalTransport transport, ICatalogueStore store, PortalLimits limits)
{
    private const string TerritoryFile = "territory.yaml";

    /// <summary>The copies alone: nobody is asked.</summary>
    public static CatalogueReading Recorded(Territory territory, ICatalogueStore store) =>
        new(PortalCatalogues.From(territory.Portals.DistinctBy(p => p.Key).Select(p => store.Find(p.Key)).OfType<PortalCatalogue>()), []);

    /// <summary>Asks every portal.</summary>
    /// <param name="signing">Gives what signs questions to a portal, by its key; null for none.</param>
    public async Task<CatalogueReading> ReadAsync(Territory territory, Func<PortalDeclaration, PublikSigning?> signing, CancellationToken cancellation)
    {
        var portals = territory.Portals.DistinctBy(p => p.Key).Select(p => Portals.Of(p, signing(p))).OfType<IPortal>().ToList();
        var answers = await Task.WhenAll(portals.Select(p => AskAsync(p, cancellation))).ConfigureAwait(false);
        var failed = answers.Zip(portals).Where(a => a.First.Problem is not null).Select(a => (a.Second.Declaration, Problem: a.First.Problem!.Problem)).ToList();
        return new(
            PortalCatalogues.From(answers.Select(a => a.Catalogue).OfType<PortalCatalogue>()),
            [.. failed.Select(f => Problem(f.Declaration, f.Problem))])
        {
            Problems = failed.ToImmutableSortedDictionary(f => f.Declaration.Key, f => f.Problem, StringComparer.Ordinal),
        };
    }

    private async Task<(PortalCatalogue? Catalogue, PortalException? Problem)> AskAsync(IPortal portal, CancellationToken cancellation)
    {
        var key = portal.Declaration.Key;
        var copy = store.Find(key);
        try
        {
            if (await WithinTimeAsync(portal, cancellation).ConfigureAwait(false) is not { } services)
                return (copy, null);
            var catalogue = new PortalCatalogue(key, services).After(copy);
            store.Keep(catalogue);
            return (catalogue, null);
        }
        catch (PortalException e)
        {
            return (copy, e);
        }
        catch (Exception e) when (e is UriFormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            // An answer may be wrong in ways that only the code below it knows: the portal's fault, never the build's.
            return (copy, new(PortalProblem.Malformed, e.Message, e));
        }
    }

    private async Task<ImmutableArray<PortalService>?> WithinTimeAsync(IPortal portal, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Total);
        try
        {
            return await portal.ReadAsync(transport, time.Token).WaitAsync(time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new PortalException(PortalProblem.Slow, portal.Declaration.Key, e);
        }
    }

    private static Fault Problem(PortalDeclaration portal, PortalProblem problem) => Fault.Warning(
        "portal-" + Kebab(problem),
        null,
        TerritoryFile,
        null,
        "portals." + portal.Key,
        EServiceTexts.Format($"problem.{problem}.message", portal.Label ?? portal.Key),
        EServiceTexts.Get($"problem.{problem}.cure"));

    private static string Kebab(PortalProblem problem) => problem switch
    {
        PortalProblem.TooLarge => "too-large",
        PortalProblem.PrivateAddress => "private-address",
        PortalProblem.NotSecure => "not-secure",
        _ => problem.ToString().ToLowerInvariant(),
    };
}
