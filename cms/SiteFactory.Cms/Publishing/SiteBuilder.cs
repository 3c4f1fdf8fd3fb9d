using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.Faults;
using SiteFactory.Generator;
using SiteFactory.Generator.Release;
using SiteFactory.Theming;

namespace SiteFactory.Cms.Publishing;

/// <summary>What a build of one site came to.</summary>
/// <param name="Report">Null when the site is no longer there: it was taken off.</param>
/// <param name="Revision">The territory's revision that was built.</param>
/// <param name="NextMoment">When the site changes by itself.</param>
public sealed record BuiltSiteResult(SiteReport? Report, ImmutableArray<Fault> Faults, long Revision, Instant? NextMoment);

/// <summary>
/// This process's generator with the content it builds from: follows the outbox, says which sites a change concerns, and builds one
/// site at a time.
/// </summary>
public sealed class SiteBuilder(IServiceScopeFactory scopes, ContentMirror mirror, KnownCatalogues catalogues, ITheme theme, IClock clock, IOptions<CmsOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, long> _concerned = new(StringComparer.Ordinal);
    private SiteGenerator? _generator;
    private long _cataloguesRead;

    /// <summary>Which version of the software this is: another one may build other bytes.</summary>
    public static string Code { get; } =
        Content.Fingerprints.Fingerprint.Of(string.Join(' ', new[] { typeof(SiteGenerator), typeof(ITheme), typeof(Themes.Territoire.TerritoireTheme), typeof(Fault), typeof(Widgets.Directives) }.Select(t => t.Module.ModuleVersionId))).ToString();

    /// <summary>Reads what changed since the last call.</summary>
    /// <returns>The revision that is known now.</returns>
    public async Task<long> RefreshAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await RefreshInTurnAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The sites that changes up to now concern and that nobody was told of.</summary>
    public IReadOnlyList<string> Concerned()
    {
        lock (_concerned)
            return [.. _concerned.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Changes up to that revision were told.</summary>
    public void Forget(long revision)
    {
        lock (_concerned)
        {
            foreach (var site in _concerned.Where(c => c.Value <= revision).Select(c => c.Key).ToList())
                _concerned.Remove(site);
        }
    }

    /// <summary>Builds one site as the database stands. Throws when the machine does not allow it; the old site then stays.</summary>
    public async Task<BuiltSiteResult> BuildAsync(string siteKey, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var revision = await RefreshInTurnAsync(cancellation);
            return await Task.Run(() => Build(siteKey, revision, cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _generator?.Dispose();
        _turn.Dispose();
    }

    private async Task<long> RefreshInTurnAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var changed = await mirror.RefreshAsync(database, cancellation);
        _generator ??= new(Options(), theme, mirror, mirror);
        if (changed is { Count: 0 })
            return mirror.Revision;
        var concerned = await Task.Run(() => _generator.Read(changed), cancellation);
        if (await AreCataloguesOthersAsync(database, changed, cancellation))
            concerned = [.. concerned.Union(_generator.Snapshot?.Sites.Keys ?? [], StringComparer.Ordinal)];
        lock (_concerned)
        {
            foreach (var site in concerned)
                _concerned[site] = mirror.Revision;
        }
        return mirror.Revision;
    }

    /// <summary>A portal that offers something else is announced with the territory's file.</summary>
    private async Task<bool> AreCataloguesOthersAsync(CmsDbContext database, IReadOnlyCollection<string>? changed, CancellationToken cancellation)
    {
        if (changed?.Contains("territory.yaml") == false)
            return false;
        await catalogues.LoadAsync(database, cancellation);
        if (catalogues.Version == _cataloguesRead)
            return false;
        _cataloguesRead = catalogues.Version;
        _generator!.ForgetCatalogues();
        return true;
    }

    private BuiltSiteResult Build(string siteKey, long revision, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_generator!.Snapshot?.Sites.ContainsKey(siteKey) == false)
        {
            TakeOff(siteKey);
            return new(null, [], revision, null);
        }
        var report = _generator.Update([], now, [siteKey], null, cancellation);
        var zone = DateTimeZoneProviders.Tzdb[_generator.Snapshot?.Territory.TimeZone ?? "Europe/Paris"];
        Instant? next = _generator.ViewOf(siteKey) is { } view ? Moments.Next(view, now, zone) : null;
        return new(report.Sites.FirstOrDefault(), [.. report.FaultsOf(siteKey)], revision, next);
    }

    // A closed site leaves the public; its releases stay on the disk.
    private void TakeOff(string siteKey)
    {
        foreach (var site in new BuiltSites(options.Value.Output).All().Where(s => s.Card.Key == siteKey))
            File.Delete(Path.Combine(options.Value.Output, site.Card.Domain));
    }

    private BuildOptions Options() => new()
    {
        Output = options.Value.Output,
        At = clock.GetCurrentInstant(),
        Pictures = options.Value.FullBuilds,
        Search = options.Value.FullBuilds,
        Precompress = options.Value.FullBuilds,
        CatalogueStore = catalogues,
    };
}
