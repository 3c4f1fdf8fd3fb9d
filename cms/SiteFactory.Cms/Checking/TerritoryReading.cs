using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Media;
using SiteFactory.Cms.Publishing;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Preview;

namespace SiteFactory.Cms.Checking;

/// <summary>The territory's public content at one revision, as the generator will read it.</summary>
/// <param name="Loaded">Snapshot and faults.</param>
/// <param name="Files">The texts themselves.</param>
public sealed record TerritoryNow(LoadResult Loaded, ContentMirror Files)
{
    /// <summary>Null when the territory's settings cannot be read.</summary>
    public TerritorySnapshot? Snapshot => Loaded.Snapshot;
}

/// <summary>Reads the public content for screens and checks: in any process, whether it builds sites or not. Only what changed is read again.</summary>
public sealed class TerritoryReading(IServiceScopeFactory scopes, IMediaFiles media, KnownCatalogues catalogues, PagePreviewer previewer) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ContentMirror _mirror = new(media);
    private LoadResult? _loaded;

    /// <summary>The newest revision.</summary>
    public async Task<TerritoryNow> NowAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
            var changed = await _mirror.RefreshAsync(database, cancellation);
            if (changed is null || changed.Contains("territory.yaml"))
                await ReadCataloguesAsync(database, cancellation);
            _loaded = _loaded is null || changed is null
                ? FolderReader.Read(_mirror, _loaded)
                : changed.Count == 0 ? _loaded : FolderReader.Update(_mirror, _loaded, changed);
            return new(_loaded, _mirror);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReadCataloguesAsync(CmsDbContext database, CancellationToken cancellation)
    {
        await catalogues.LoadAsync(database, cancellation);
        previewer.Catalogues = catalogues.Current;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
