using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;
using SiteFactory.EServices.Publik;

namespace SiteFactory.Generator.Load.Portals;

/// <summary>Whether builds ask portals what they offer.</summary>
public enum PortalMode
{
    /// <summary>Nobody is asked: recorded catalogues and content speak for portals.</summary>
    Offline,

    /// <summary>Portals are asked, at most once in <see cref="BuildOptions.PortalInterval"/>.</summary>
    Refresh,
}

/// <summary>
/// Gives a build its catalogues. Portals are asked once a build, all at once, and not again before the interval has passed:
/// what an editor saves is online without waiting for a portal.
/// </summary>
public sealed class PortalLoader : IDisposable
{
    private readonly BuildOptions _options;
    private readonly ICatalogueStore _store;
    private readonly IPortalTransport _transport;
    private CatalogueReading? _last;
    private (Territory Territory, Instant At) _asked;

    public PortalLoader(BuildOptions options)
        : this(options, new PortalHttp(options.PortalLimits))
    {
    }

    /// <param name="transport">Asks portals; disposed of with this when it can be.</param>
    public PortalLoader(BuildOptions options, IPortalTransport transport)
    {
        _options = options;
        _transport = transport;
        _store = options.CatalogueStore ?? new CatalogueFolder(options.Catalogues ?? Path.Join(options.Output, ".cache", "catalogues"));
    }

    /// <summary>The catalogues for a build of that moment.</summary>
    public CatalogueReading Read(Territory territory, Instant at, CancellationToken cancellation)
    {
        if (_last is { } last && StillHolds(territory, at))
            return last;
        var fresh = _options.Portals == PortalMode.Offline
            ? CatalogueReader.Recorded(territory, _store)
            : Ask(territory, cancellation);
        _asked = (territory, at);
        // The same catalogues stay the same object, so that no site is planned again for them.
        return _last = _last is { } before && Same(before.Catalogues, fresh.Catalogues) ? fresh with { Catalogues = before.Catalogues } : fresh;
    }

    /// <summary>Has the next build ask again.</summary>
    public void Forget() => _asked = default;

    /// <inheritdoc/>
    public void Dispose() => (_transport as IDisposable)?.Dispose();

    private CatalogueReading Ask(Territory territory, CancellationToken cancellation) =>
        Task.Run(() => new CatalogueReader(_transport, _store, _options.PortalLimits).ReadAsync(territory, Signing, cancellation), cancellation).GetAwaiter().GetResult();

    private PublikSigning? Signing(PortalDeclaration portal) =>
        portal.Orig is { } orig && _options.PortalKey(portal.Key) is { Length: > 0 } key ? new(orig, key, TimeProvider.System) : null;

    private bool StillHolds(Territory territory, Instant at) =>
        _asked.Territory is { } asked && asked.Portals.SequenceEqual(territory.Portals)
        && (_options.Portals == PortalMode.Offline || (at >= _asked.At && at - _asked.At < _options.PortalInterval));

    private static bool Same(PortalCatalogues a, PortalCatalogues b) =>
        a.ByPortal.Count == b.ByPortal.Count
        && a.ByPortal.All(c => b.Of(c.Key) is { } other && CatalogueFile.Write(c.Value).AsSpan().SequenceEqual(CatalogueFile.Write(other)));
}
