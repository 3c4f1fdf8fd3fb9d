using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Tests.Syndication;

/// <summary>Small territories made from a few words.</summary>
internal static class Sample
{
    public static readonly LocalDateTime Day = new(2026, 9, 14, 0, 0);

    public static Guid Id(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))[..16]);

    public static SubscriptionRule Rule(string from, SyndicationMode mode, string[]? topics = null, ContentKind[]? kinds = null) =>
        new(from, [.. topics ?? []], [.. kinds ?? []], mode);

    public static Site Site(string key, params SubscriptionRule[] rules) => new(
        key,
        key == "metropole" ? SiteKind.Metropole : SiteKind.Commune,
        "Site " + key,
        null, null, null, [], key + ".example.org",
        new SiteBrand(null, null, null, null),
        null, null,
        [.. rules],
        new EServiceSettings(EServiceModel.Shared, null),
        null, null, null, false);

    public static SiteContent Has(string key, params SubscriptionRule[] rules) => SiteContent.Empty(Site(key, rules));

    public static NewsItem News(string site, string key, Audience? audience = null, LocalDateTime? date = null, params string[] topics) =>
        new() { Id = Id(site + "/news/" + key), SiteKey = site, Key = key, Title = key, Date = date ?? Day, Audience = audience, Topics = [.. topics] };

    public static EventItem Event(string site, string key, Audience? audience = null, LocalDateTime? start = null) =>
        new() { Id = Id(site + "/event/" + key), SiteKey = site, Key = key, Title = key, Start = start ?? Day, Audience = audience };

    public static Alert Alert(string site, string key, Audience? audience = null) =>
        new() { Id = Id(site + "/alert/" + key), SiteKey = site, Key = key, Title = key, Audience = audience };

    public static DirectoryEntry Entry(string site, string key, Audience? audience = null) =>
        new() { Id = Id(site + "/directory/" + key), SiteKey = site, Key = key, Title = key, Entry = DirectoryEntryType.Facility, Audience = audience };

    public static Page Page(string site, string key, Audience? audience = null, string? mount = null) =>
        new() { Id = Id(site + "/page/" + key), SiteKey = site, Key = key, Title = key, Audience = audience, Mount = mount };

    public static Audience Sites(params string[] keys) => new(false, [], [.. keys]);

    public static Audience Zones(params string[] keys) => new(false, [.. keys], []);

    public static SiteContent With(this SiteContent content, params ContentItem[] items) => content with
    {
        Pages = content.Pages.AddRange(items.OfType<Page>()),
        News = content.News.AddRange(items.OfType<NewsItem>()),
        Events = content.Events.AddRange(items.OfType<EventItem>()),
        Directory = content.Directory.AddRange(items.OfType<DirectoryEntry>()),
        Documents = content.Documents.AddRange(items.OfType<OfficialDocument>()),
        Alerts = content.Alerts.AddRange(items.OfType<Alert>()),
    };

    public static SiteContent Says(this SiteContent content, ContentItem item, OverlayDecision? decision, bool pinned = false, string? title = null, string? note = null, string? image = null) =>
        content with { Overlays = content.Overlays.Add(new(item.Id, decision, pinned, title, image, note)) };

    /// <summary>A territory with the topic "dechets" and the zone "nord" = vany, chieulles.</summary>
    public static TerritorySnapshot Territory(params SiteContent[] sites) => new(
        new Territory(
            "Territoire",
            "Europe/Paris",
            new TerritoryBrand("#003d7c", "#c4005f", null, []),
            [new Topic("dechets", "Déchets"), new Topic("mobilite", "Mobilité")],
            [new Zone("nord", "Nord", ["vany", "chieulles"])],
            [],
            null),
        sites.ToImmutableSortedDictionary(s => s.Site.Key, s => s, StringComparer.Ordinal));
}
