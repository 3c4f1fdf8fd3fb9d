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
/// This process's generator with the content it builds from: follows the outbox, says which sites a change concerns, builds one
/// site at a time, and catches up on the rest when no build waits.
/// </summary>
public sealed class SiteBuilder(IServiceScopeFactory scopes, ContentMirror mirror, KnownCatalogues catalogues, ITheme theme, IClock clock, IOptions<CmsOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, long> _concerned = new(StringComparer.Ordinal);
    private SiteGenerator? _generator;
    private long _cataloguesRead;
    private readonly Lock _gate = new();
    private readonly BuildGarbage _garbage = new();
    private readonly Dictionary<string, long> _asked = new(StringComparer.Ordinal);
    private CancellationTokenSource? _catchingUp;
    private int _owed = 1;

    /// <summary>Whether something was built or read since the search and the second trees were last brought up to date. True at the start: a process may have died before.</summary>
    public bool OwesCatchUp => Volatile.Read(ref _owed) > 0;

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
    /// <param name="allPictures">Those too that take longest to make and that a site's first releases go without.</param>
    public async Task<BuiltSiteResult> BuildAsync(string siteKey, bool allPictures, CancellationToken cancellation)
    {
        // Somebody waits for a build, nobody for the other.
        lock (_gate)
            _catchingUp?.Cancel();
        await _turn.WaitAsync(cancellation);
        try
        {
            var revision = await RefreshInTurnAsync(cancellation);
            Interlocked.Increment(ref _owed);
            return await Task.Run(() => Build(siteKey, revision, allPictures, cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Does what nobody waits for: the search over the territory, what makes the next build fast, and the pictures that sites stand
    /// without so far. Gives up when a build comes: the next call goes on.
    /// </summary>
    /// <returns>The sites whose pictures are all made now: to be built with them.</returns>
    public async Task<IReadOnlyList<string>> CatchUpAsync(CancellationToken cancellation)
    {
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Interruptible(interrupted);
        try
        {
            var owed = Volatile.Read(ref _owed);
            await CatchUpInTurnAsync(interrupted.Token);
            var provisional = Provisional();
            foreach (var site in provisional)
                await _generator!.PreparePicturesAsync(site, clock.GetCurrentInstant(), interrupted.Token);
            Interlocked.Add(ref _owed, -owed);
            foreach (var site in provisional)
                _asked[site] = mirror.Revision;
            return provisional;
        }
        finally
        {
            Interruptible(null);
            _garbage.Collect();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _generator?.Dispose();
        _turn.Dispose();
    }

    private async Task CatchUpInTurnAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await RefreshInTurnAsync(cancellation);
            await Task.Run(() => _generator!.CatchUpShared(clock.GetCurrentInstant(), () => Read(RefreshMirrorAsync(cancellation).GetAwaiter().GetResult()), cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<long> RefreshInTurnAsync(CancellationToken cancellation)
    {
        var changed = await RefreshMirrorAsync(cancellation);
        _generator ??= new(Options(), theme, mirror, mirror);
        await Task.Run(() => Read(changed), cancellation);
        return mirror.Revision;
    }

    private async Task<ContentChange> RefreshMirrorAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var paths = await mirror.RefreshAsync(database, cancellation);
        return new(paths, paths is not { Count: 0 } && await AreCataloguesOthersAsync(database, paths, cancellation));
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
        return true;
    }

    private void Read(ContentChange change)
    {
        if (change.Paths is { Count: 0 })
            return;
        var concerned = _generator!.Read(change.Paths);
        if (change.Catalogues)
        {
            _generator.ForgetCatalogues();
            concerned = [.. concerned.Union(_generator.Snapshot?.Sites.Keys ?? [], StringComparer.Ordinal)];
        }
        Interlocked.Increment(ref _owed);
        lock (_concerned)
        {
            foreach (var site in concerned)
                _concerned[site] = mirror.Revision;
        }
    }

    /// <param name="Paths">What changed in the content; null: anything.</param>
    /// <param name="Catalogues">Portals offer something else.</param>
    private readonly record struct ContentChange(IReadOnlyCollection<string>? Paths, bool Catalogues);

    private void Interruptible(CancellationTokenSource? source)
    {
        lock (_gate)
            _catchingUp = source;
    }

    private BuiltSiteResult Build(string siteKey, long revision, bool allPictures, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_generator!.Snapshot?.Sites.ContainsKey(siteKey) == false)
        {
            TakeOff(siteKey);
            return new(null, [], revision, null);
        }
        var report = _generator.Update([], now, [siteKey], null, allPictures || !IsFirst(siteKey), cancellation);
        var zone = DateTimeZoneProviders.Tzdb[_generator.Snapshot?.Territory.TimeZone ?? "Europe/Paris"];
        Instant? next = _generator.ViewOf(siteKey) is { } view ? Moments.Next(view, now, zone) : null;
        return new(report.Sites.FirstOrDefault(), [.. report.FaultsOf(siteKey)], revision, next);
    }

    // The slowest pictures do not keep a new site from standing; a site that has them keeps them.
    private bool IsFirst(string siteKey) =>
        _generator!.Snapshot?.Sites.GetValueOrDefault(siteKey) is { } site
        && (new BuiltSites(options.Value.Output).ByDomain(site.Site.Domain) is not { } built || built.Card.Key != siteKey || built.Card.Provisional);

    // A site that cannot be built as it stands is asked for again when something changed.
    private List<string> Provisional() => options.Value.FullBuilds
        ? [.. new BuiltSites(options.Value.Output).All().Where(s => s.Card.Provisional).Select(s => s.Card.Key).Where(k => _asked.GetValueOrDefault(k, -1) != mirror.Revision)]
        : [];

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
        CatchUpLater = true,
        KeepsPlans = false,
    };
}
