using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.Generator.Plan;
using SiteFactory.Generator.Render;
using SiteFactory.Theming;
using SiteFactory.Widgets;

namespace SiteFactory.Generator.Check;

/// <summary>
/// What is wrong with one item's text on its own site, before anything is built: directives, links, pictures, headings. Remembers what
/// it read of earlier snapshots; safe for several threads.
/// </summary>
public sealed class ItemCheck(ITheme theme) : IDisposable
{
    private readonly BodyComposer _composer = new(Directives.All);
    private readonly PlanMemory _memory = new();
    private readonly RendererPool _renderers = new();
    private SyndicationIndex? _index;

    /// <summary>Its faults. An error would keep the site from being published.</summary>
    /// <param name="snapshot">Holds the item itself.</param>
    /// <param name="now">Decides what else is visible.</param>
    public IReadOnlyList<Fault> Check(TerritorySnapshot snapshot, ContentItem item, NodaTime.Instant now)
    {
        var settings = new GenerationSettings(theme, _composer, now, Pictures: false, Search: false, default, "", []);
        var territory = new TerritoryScope(snapshot, settings, _memory, null, _index);
        _index = territory.Index;
        var site = territory.Site(item.SiteKey);
        var body = new BodyPlanner(site).Own(item);
        var faults = new List<Fault>();
        new FaultCollector(faults).Bodies(item, body);
        // What portals offer is not asked for here either: the build tells.
        faults.RemoveAll(f => f.Code.EndsWith("portal-missing", StringComparison.Ordinal) || f.Code.EndsWith("service-missing", StringComparison.Ordinal));
        var found = Scan(body);
        faults.AddRange(found.Problems.Select(p => PageFaults.Of(p, item)));
        faults.AddRange(Links(item, found.Facts, new(() => AddressesOf(territory, item)), site));
        return faults;
    }

    /// <inheritdoc/>
    public void Dispose() => _renderers.Dispose();

    private (PageFacts Facts, System.Collections.Immutable.ImmutableArray<PageProblem> Problems) Scan(PlannedBody body)
    {
        if (body.Content.IsEmpty)
            return (new([], []), []);
        using var lease = _renderers.Take();
        return new MainScanner().Scan(lease.Renderer.RenderToBytes(body.Content.Fragment));
    }

    private static IEnumerable<Fault> Links(ContentItem item, PageFacts facts, Lazy<HashSet<string>> planned, SiteScope site)
    {
        var links = item is Alert { Link: { } link } ? facts.Links.Add(link) : facts.Links;
        foreach (var href in links.Distinct())
        {
            var path = href.Split('#', '?')[0];
            if (path.Length == 0)
            {
                if (!facts.Anchors.Contains(Uri.UnescapeDataString(href[1..])))
                    yield return Dead(item, "dead-anchor", href, GeneratorTexts.Format("FaultDeadAnchor", href), GeneratorTexts.Get("FaultDeadAnchorCure"));
            }
            else if (path[0] == '/' && !IsKnown(Uri.UnescapeDataString(path), item, site) && !Has(planned.Value, Uri.UnescapeDataString(path)))
            {
                yield return Dead(item, "dead-link", href, GeneratorTexts.Format("FaultDeadLink", href), GeneratorTexts.Get("FaultDeadLinkCure"));
            }
        }
    }

    /// <summary>The links that most texts have, without planning the site.</summary>
    private static bool IsKnown(string path, ContentItem item, SiteScope site)
    {
        var address = path.TrimEnd('/') + "/";
        // Which démarches a site has is known to the portals alone, which nobody waits for here.
        if (address.StartsWith("/demarches/", StringComparison.Ordinal))
            return true;
        return address == "/" || SiteAddresses.System.Contains(address) || address == SiteAddresses.Of(item)
            || site.Pages.Any(p => p.Path == address) || site.Documents.Any(d => Addresses.Document(d.Key) == address);
    }

    private static bool Has(HashSet<string> addresses, string path) => addresses.Contains(path) || addresses.Contains(path + "/");

    private static HashSet<string> AddressesOf(TerritoryScope territory, ContentItem item)
    {
        var plan = SitePlanner.Plan(territory, item.SiteKey);
        return [.. plan.Outputs.Select(o => CheckedLinks.Address(o.Path)), .. plan.Redirects.Keys];
    }

    private static Fault Dead(ContentItem item, string code, string link, string message, string cure)
    {
        var at = item.Body.IndexOf(link, StringComparison.Ordinal);
        var line = at < 0 || item.Source is not { } source ? (int?)null : source.BodyLine + item.Body.AsSpan(0, at).Count('\n');
        return Fault.Error(code, item.SiteKey, item.Source?.File ?? $"{item.SiteKey}/{item.Key}", line, at < 0 ? "link" : null, message, cure);
    }
}
