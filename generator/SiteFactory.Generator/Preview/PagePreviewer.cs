using System.Collections.Concurrent;
using NodaTime;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.EServices.Catalogue;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Render;
using SiteFactory.Theming;
using SiteFactory.Widgets;

namespace SiteFactory.Generator.Preview;

/// <summary>A file that a previewed page asks for: finished bytes, or a media file to be opened where media are kept.</summary>
/// <param name="Bytes">Null for media.</param>
/// <param name="Media">Null for everything else.</param>
public sealed record PreviewFile(ReadOnlyMemory<byte>? Bytes, MediaItem? Media);

/// <summary>
/// Renders single pages of a site from a snapshot, as a build would, without writing anything. Remembers what it read of earlier
/// snapshots and which files pages ask for; safe for several threads.
/// </summary>
public sealed class PagePreviewer(ITheme theme) : IDisposable
{
    private PortalCatalogues _catalogues = PortalCatalogues.None;

    // A site has a few hundred files; what is forgotten is found again by planning.
    private const int RememberedFiles = 20_000;

    private readonly BodyComposer _composer = new(Directives.All);
    private readonly PlanMemory _memory = new();
    private readonly RendererPool _renderers = new();
    private readonly ConcurrentDictionary<(string Site, string Path), PlannedOutput> _files = new();
    private SyndicationIndex? _index;

    /// <summary>What portals offer; nothing is known of any at first.</summary>
    public PortalCatalogues Catalogues
    {
        get => Volatile.Read(ref _catalogues);
        set => Volatile.Write(ref _catalogues, value);
    }

    /// <summary>The page on which the item stands; the home for an alert. Null when the site shows it nowhere.</summary>
    /// <param name="snapshot">Holds the item itself.</param>
    /// <param name="now">Decides what else is visible.</param>
    /// <returns>HTML, UTF-8.</returns>
    public byte[]? Render(TerritorySnapshot snapshot, ContentItem item, Instant now)
    {
        var plan = Plan(snapshot, item.SiteKey, now);
        var path = Addresses.File(SiteAddresses.Of(item) ?? Addresses.Home);
        if (plan.Outputs.OfType<PageOutput>().FirstOrDefault(o => o.Path == path) is not { } page)
            return null;
        using var lease = _renderers.Take();
        return new SiteRenderer(theme, plan.Shell, new()).Render(page, lease.Renderer).Bytes;
    }

    /// <summary>A file that pages of the site ask for: a stylesheet, a font, a picture. Null when there is none.</summary>
    /// <param name="path">From the site's root, without a leading slash.</param>
    public PreviewFile? File(TerritorySnapshot snapshot, string siteKey, string path, Instant now)
    {
        if (!_files.TryGetValue((siteKey, path), out var output) && snapshot.Sites.ContainsKey(siteKey))
        {
            Plan(snapshot, siteKey, now);
            _files.TryGetValue((siteKey, path), out output);
        }
        return output switch
        {
            DataOutput data => new(data.Bytes(), null),
            MediaOutput media => new(null, media.Media),
            PictureOutput picture => new(null, picture.Media),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _renderers.Dispose();

    private SitePlan Plan(TerritorySnapshot snapshot, string siteKey, Instant now)
    {
        var settings = new GenerationSettings(theme, _composer, now, Pictures: false, Search: false, default, WidgetAssets.Stylesheet, []) { WidgetScript = WidgetAssets.Script, Catalogues = Catalogues };
        var territory = new TerritoryScope(snapshot, settings, _memory, null, _index);
        _index = territory.Index;
        var plan = SitePlanner.Plan(territory, siteKey);
        if (_files.Count > RememberedFiles)
            _files.Clear();
        foreach (var output in plan.Outputs.Where(o => o is DataOutput or MediaOutput or PictureOutput))
            _files[(siteKey, output.Path)] = output;
        return plan;
    }
}
