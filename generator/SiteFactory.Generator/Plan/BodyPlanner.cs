using System.Buffers;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.Theming.Bodies;

namespace SiteFactory.Generator.Plan;

/// <summary>Composes the bodies that one site shows.</summary>
internal sealed class BodyPlanner(SiteScope site)
{
    // Without a directive or a file of the library, a body asks only where links lead: the same answer on every site that
    // shows the item, so that it is composed once.
    private static readonly SearchValues<string> AsksTheSite = SearchValues.Create([":::", "![", "media/"], StringComparison.Ordinal);

    private readonly TerritoryScope _territory = site.Territory;
    private readonly SortedSet<string> _frames = new(StringComparer.Ordinal);

    /// <summary>Origins that the bodies composed so far show in frames.</summary>
    public IReadOnlyCollection<string> Frames => _frames;

    /// <summary>The site's own text.</summary>
    public PlannedBody Own(ContentItem item) => Compose(item, null, () => new SiteBodyContext(site, item.SiteKey, LinkMap.Same));

    /// <summary>
    /// News, events and the like, by whoever wrote them. Another site's shows what it shows at home, links leading there.
    /// </summary>
    public PlannedBody Of<T>(Shown<T> shown)
        where T : ContentItem
    {
        if (shown.IsOwn)
            return Own(shown.Item);
        var owner = _territory.Site(shown.Owner.Key);
        return Compose(shown.Item, owner, () => new SiteBodyContext(owner, shown.Owner.Key, LinkMap.Absolute(shown.Owner), site.Media));
    }

    /// <summary>A shared page lives in this site's tree: its directives show this site, its links stay here where they can.</summary>
    public PlannedBody Shared(Shown<Page> shown, LinkMap links) =>
        ComposeNow(shown.Item.Body, new SiteBodyContext(site, shown.Owner.Key, links));

    private PlannedBody Compose(ContentItem item, SiteScope? owner, Func<IBodyContext> context)
    {
        if (item.Body.Length == 0)
            return PlannedBody.Empty;
        var kept = _territory.Memory.Bodies;
        if ((owner is null ? kept.Own(item) : kept.Foreign(item, owner.Site.BaseUrl)) is { } known)
            return known;
        var asks = item.Body.AsSpan().ContainsAny(AsksTheSite);
        if (asks && owner is not null)
            site.Ask(owner);
        var body = ComposeNow(item.Body, context());
        if (asks)
            return body;
        return owner is null ? kept.KeepOwn(item, body) : kept.KeepForeign(item, owner.Site.BaseUrl, body);
    }

    private PlannedBody ComposeNow(string body, IBodyContext context)
    {
        if (body.Length == 0)
            return PlannedBody.Empty;
        var recorder = new RecordingBodyContext(context);
        var composed = _territory.Settings.Composer.Compose(body, recorder);
        _frames.UnionWith(composed.Frames);
        return PlannedBody.Of(Fingerprint.Combine(Fingerprint.Of(body), recorder.Answers), composed);
    }
}
