using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Content.Faults;
using SiteFactory.Generator;
using SiteFactory.Generator.Release;
using SiteFactory.Theming;

namespace SiteFactory.Cms.Checking;

/// <summary>What the whole site's build finds.</summary>
public sealed record FullCheckResult(Instant At, ImmutableArray<Fault> Faults);

/// <summary>Builds a site into a folder that nobody is served, to tell everything that is wrong with it: every link, picture and heading.</summary>
public sealed class FullCheck(TerritoryReading reading, KnownCatalogues catalogues, ITheme theme, IClock clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<string, FullCheckResult> _last = new(StringComparer.Ordinal);

    /// <summary>What the last check of the site found; null: none since the start of the program.</summary>
    public FullCheckResult? Last(string siteKey) => _last.GetValueOrDefault(siteKey);

    /// <summary>Checks now; one site at a time.</summary>
    public async Task<FullCheckResult> RunAsync(string siteKey, CancellationToken cancellation)
    {
        var now = await reading.NowAsync(cancellation);
        await _turn.WaitAsync(cancellation);
        try
        {
            var faults = await Task.Run(() => Build(now, siteKey, cancellation), cancellation);
            return _last[siteKey] = new(clock.GetCurrentInstant(), faults);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private ImmutableArray<Fault> Build(TerritoryNow now, string siteKey, CancellationToken cancellation)
    {
        using var output = new TemporaryOutput();
        var options = new BuildOptions { Output = output.Path, At = clock.GetCurrentInstant(), Sites = [siteKey], Pictures = false, Search = false, Precompress = false, CatalogueStore = catalogues };
        using var generator = new SiteGenerator(options, theme, now.Files, now.Files);
        return [.. generator.Build(null, cancellation).FaultsOf(siteKey)];
    }
}
