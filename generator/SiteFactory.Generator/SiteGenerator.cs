using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.EServices.Catalogue;
using SiteFactory.Generator.Check;
using SiteFactory.Generator.Load;
using SiteFactory.Generator.Load.Portals;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write;
using SiteFactory.Generator.Write.Pictures;
using SiteFactory.Search.Client;
using SiteFactory.Theming;
using SiteFactory.Widgets;

namespace SiteFactory.Generator;

/// <summary>
/// Load → Plan → Render → Check → Write → Release. One instance builds once, or again and again as content changes: what it
/// remembers only saves time, and never shows in an output. Builds asked for from several threads wait for each other.
/// </summary>
public sealed class SiteGenerator : IDisposable
{
    private readonly BuildOptions _options;
    private readonly ITheme _theme;
    private readonly IContentFiles _files;
    private readonly Lock _turn = new();
    private readonly IMediaStore _media;
    private readonly PlanMemory _memory;
    private readonly PictureCache _pictures;
    private readonly PictureEncoder _encoder;
    private readonly PortalLoader _portals;
    private readonly ReleaseWriter _writer;
    private readonly BodyComposer _composer = new(Directives.All);
    private LoadResult? _loaded;
    private Dictionary<string, PlannedSite> _planned = [];
    private SyndicationIndex? _index;
    private TerritoryScope? _searchLeft;

    /// <summary>Builds from <see cref="BuildOptions.Content"/>. Reads nothing yet.</summary>
    public SiteGenerator(BuildOptions options, ITheme theme)
        : this(options, theme, new FileContentFiles(options.Content))
    {
    }

    /// <summary>Builds from wherever the host keeps its content: <see cref="BuildOptions.Content"/> is not looked at. Reads nothing yet.</summary>
    public SiteGenerator(BuildOptions options, ITheme theme, IContentFiles files, IMediaStore media)
    {
        _options = options;
        _theme = theme;
        _files = files;
        _media = media;
        _pictures = new(Path.Combine(options.Output, ".cache"));
        _memory = new(options.Once, options.KeepsPlans);
        _encoder = new(_pictures, new PictureWorker(PictureWorkerOptions.Default));
        _portals = new(options);
        _writer = new(media, _encoder);
    }

    private SiteGenerator(BuildOptions options, ITheme theme, FileContentFiles files)
        : this(options, theme, files, new DiskMediaStore(files))
    {
    }

    /// <summary>The last content read; null before the first build, or when <c>territory.yaml</c> cannot be read.</summary>
    public TerritorySnapshot? Snapshot => _loaded?.Snapshot;

    /// <summary>Reads the content and builds. Throws <see cref="OperationCanceledException"/>: every site is then what it was.</summary>
    public BuildReport Build(IProgress<BuildProgress>? progress = null, CancellationToken cancel = default)
    {
        lock (_turn)
        {
            var watch = Stopwatch.StartNew();
            _loaded = FolderReader.Read(_files, _loaded);
            return Build(_options, later: false, watch, progress, cancel);
        }
    }

    /// <summary>
    /// Builds again after some files changed. When it is cancelled or throws, the next call goes on from there: it need not be
    /// told the same paths again unless reading them failed.
    /// </summary>
    /// <param name="changedPaths">From the content folder's root: files that were written, created or deleted, or folders.</param>
    /// <param name="at">The new "now".</param>
    /// <param name="sites">Keys of the sites to build; none: those of the options. The changes are read whatever the sites, and wait for the others' next build.</param>
    /// <param name="avif">As <see cref="BuildOptions.Avif"/>, for this build; null: as the options say.</param>
    public BuildReport Update(IEnumerable<string> changedPaths, NodaTime.Instant at, IReadOnlyCollection<string>? sites = null, IProgress<BuildProgress>? progress = null, bool? avif = null, CancellationToken cancel = default)
    {
        lock (_turn)
        {
            var watch = Stopwatch.StartNew();
            _loaded = _loaded is null ? FolderReader.Read(_files) : FolderReader.Update(_files, _loaded, changedPaths);
            var options = _options with { At = at, Clean = false, Avif = avif ?? _options.Avif };
            return Build(sites is { Count: > 0 } ? options with { Sites = [.. sites] } : options, options.CatchUpLater, watch, progress, cancel);
        }
    }

    /// <summary>
    /// Does what nobody waits for: the search over the whole territory and the removal of old releases, when
    /// <see cref="BuildOptions.CatchUpLater"/> left them, and whatever makes the next update fast. Call it when nothing else is to be done, and cancel it when
    /// something is: the next call goes on. Throws <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <returns>What went wrong; empty when all is well.</returns>
    public ImmutableArray<Fault> CatchUp(CancellationToken cancel = default)
    {
        lock (_turn)
        {
            if (_planned.Count == 0)
                return [];
            var faults = new ConcurrentBag<Fault>();
            if (_searchLeft is { } left)
            {
                using var turn = OutputLock.Take(_options.Output, Addresses.TerritoryTree);
                ReleaseSearch(left, faults, cancel);
            }
            MakeReady(cancel);
            return FaultList.Of(faults);
        }
    }

    /// <summary>
    /// The same where several processes build into one output folder, each from the same content: the territory's search is made whether
    /// this process or another one left it, and an older index never replaces a newer one.
    /// </summary>
    /// <param name="at">The "now" of the search.</param>
    /// <param name="refresh">Has this generator <see cref="Read"/> the newest content; called once no other process can write the index.</param>
    public ImmutableArray<Fault> CatchUpShared(NodaTime.Instant at, Action refresh, CancellationToken cancel = default)
    {
        lock (_turn)
        {
            var faults = new ConcurrentBag<Fault>();
            if (_options.Search)
            {
                using var turn = OutputLock.Take(_options.Output, Addresses.TerritoryTree);
                refresh();
                if (_loaded?.Snapshot is { } snapshot)
                    ReleaseSearch(Scope(snapshot, _options with { At = at }, _portals.Read(snapshot.Territory, at, cancel).Catalogues), faults, cancel);
            }
            MakeReady(cancel);
            return FaultList.Of(faults);
        }
    }

    /// <summary>
    /// Makes the pictures that builds without <see cref="BuildOptions.Avif"/> left out, so that the next build with it finds them made.
    /// Builds go on meanwhile. What cannot be made is told by that build.
    /// </summary>
    public async Task PreparePicturesAsync(string siteKey, NodaTime.Instant at, CancellationToken cancel)
    {
        using var use = OutputLock.UsePictures(_options.Output);
        foreach (var picture in PicturesOf(siteKey, at, cancel).GroupBy(p => p.Media))
            await _encoder.EncodeAsync(PictureSource.Of(picture.Key, _media), [.. picture.Select(p => p.Variant)], cancel).ConfigureAwait(false);
    }

    /// <summary>Has the next build ask the portals again, however lately they were asked.</summary>
    public void ForgetCatalogues()
    {
        lock (_turn)
            _portals.Forget();
    }

    /// <summary>Reads what changed without building anything: an <see cref="Update"/> of the sites follows.</summary>
    /// <param name="changedPaths">As for <see cref="Update"/>; null: everything is looked at again.</param>
    /// <returns>Keys of the sites whose pages may be other ones now, those that are gone included.</returns>
    public IReadOnlyList<string> Read(IEnumerable<string>? changedPaths)
    {
        lock (_turn)
        {
            var before = _loaded?.Snapshot;
            _loaded = changedPaths is null || _loaded is null ? FolderReader.Read(_files, _loaded) : FolderReader.Update(_files, _loaded, changedPaths);
            return _loaded.Snapshot is { } after ? ConcernedSites.Between(before, after, _planned) : [];
        }
    }

    /// <summary>What the site showed at its last build; null when it was not built here.</summary>
    public SiteView? ViewOf(string siteKey) => _planned.GetValueOrDefault(siteKey)?.View;

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _portals.Dispose();
        _encoder.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private List<PictureOutput> PicturesOf(string siteKey, NodaTime.Instant at, CancellationToken cancel)
    {
        lock (_turn)
        {
            if (_loaded?.Snapshot is not { } snapshot || !snapshot.Sites.ContainsKey(siteKey))
                return [];
            var territory = Scope(snapshot, _options with { At = at, Avif = true }, _portals.Read(snapshot.Territory, at, cancel).Catalogues);
            return [.. SitePlanner.Plan(territory, siteKey).Outputs.OfType<PictureOutput>()];
        }
    }

    private void ReleaseSearch(TerritoryScope territory, ConcurrentBag<Fault> faults, CancellationToken cancel)
    {
        if (Search(territory, _options, faults, cancel) is { } search)
            ReleaseBatch.Release([search], _options.Output, prune: false);
        _searchLeft = null;
    }

    private void MakeReady(CancellationToken cancel)
    {
        _writer.MakeReady(_options.Output, cancel);
        TidyPictures(_options);
    }

    private void TidyPictures(BuildOptions options)
    {
        if (!options.Pictures)
            return;
        using var turn = OutputLock.TryTidyPictures(options.Output);
        if (turn is not null)
            _pictures.Prune();
    }

    private BuildReport Build(BuildOptions options, bool later, Stopwatch watch, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        var faults = new ConcurrentBag<Fault>(_loaded!.Faults);
        if (_loaded.Snapshot is not { } snapshot)
            return new([], FaultList.Of(faults), watch.Elapsed);
        var keys = snapshot.Sites.Keys.Where(k => options.Sites.IsEmpty || options.Sites.Contains(k)).ToArray();
        using var turn = SiteTurns.Take(options.Output, [.. keys.Select(k => snapshot.Sites[k].Site)]);
        var portals = _portals.Read(snapshot.Territory, options.At, cancel);
        foreach (var fault in portals.Faults)
            faults.Add(fault);
        var territory = Scope(snapshot, options, portals.Catalogues);
        var build = new SitesBuild(territory, options, _writer, _loaded.BrokenSites, new(progress), faults);
        SiteWork[] works;
        using (OutputLock.UsePictures(options.Output))
            works = build.Build(keys, _planned, cancel);
        Release(works.Select(w => w.Release).OfType<WrittenTree>(), territory, options, faults, later, cancel);
        if (!later)
            TidyPictures(options);
        foreach (var (key, before) in _planned.Where(p => snapshot.Sites.ContainsKey(p.Key)))
            build.Planned.TryAdd(key, before);
        _planned = new(build.Planned);
        _index = territory.Index;
        return new([.. works.Select(w => w.Report)], FaultList.Of(faults), watch.Elapsed);
    }

    private TerritoryScope Scope(TerritorySnapshot snapshot, BuildOptions options, PortalCatalogues catalogues)
    {
        var code = GenerationCode.Of(_theme.GetType().Assembly, typeof(ITheme).Assembly, typeof(BodyComposer).Assembly, typeof(SiteGenerator).Assembly, typeof(TerritorySnapshot).Assembly, typeof(PortalCatalogues).Assembly, typeof(Search.SearchIndexBuilder).Assembly);
        var settings = new GenerationSettings(_theme, _composer, options.At, options.Pictures, options.Search, code, WidgetAssets.Stylesheet, ExtraAssets(options)) { WidgetScript = WidgetAssets.Script, Catalogues = catalogues, Avif = options.Avif };
        return new(snapshot, settings, _memory, _planned.ToDictionary(p => p.Key, p => p.Value.View), _index);
    }

    private static ImmutableArray<ThemeAsset> ExtraAssets(BuildOptions options) => options.Search
        ? [Script("search.js", SearchClient.Search), Script("search-page.js", SearchClient.SearchPage)]
        : [];

    private static ThemeAsset Script(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text));

    private void Release(IEnumerable<WrittenTree> sites, TerritoryScope territory, BuildOptions options, ConcurrentBag<Fault> faults, bool later, CancellationToken cancel)
    {
        _searchLeft = later && options.Search && new ReleaseStore(options.Output, Addresses.TerritoryTree).Current is not null ? territory : null;
        var now = options.Search && _searchLeft is null;
        using var turn = now ? OutputLock.Take(options.Output, Addresses.TerritoryTree) : null;
        var search = now ? Search(territory, options, faults, cancel) : null;
        ReleaseBatch.Release([.. sites, .. search is null ? Array.Empty<WrittenTree>() : [search]], options.Output, prune: !later);
    }

    /// <summary>The index over all sites; null when it cannot be made, which keeps no site from being published.</summary>
    private WrittenTree? Search(TerritoryScope territory, BuildOptions options, ConcurrentBag<Fault> faults, CancellationToken cancel)
    {
        try
        {
            var index = territory.Search.Output;
            return _writer.Write(new(Addresses.TerritoryTree, [index], index.Inputs), Addresses.TerritoryTree, null, null, options, _ => { }, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException && !SitesBuild.IsOfTheMachine(e))
        {
            faults.Add(Fault.Error("build-failed", null, "territory.yaml", null, null, GeneratorTexts.Format("FaultTerritorySearchFailed", e.Message), GeneratorTexts.Get("FaultRenderFailedCure")));
            return null;
        }
    }
}
