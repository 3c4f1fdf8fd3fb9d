using System.IO.Compression;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Starter;
using SiteFactory.Content.Syndication;
using SiteFactory.Content.Tests.FolderFormat;

namespace SiteFactory.Content.Tests.Starter;

/// <summary>What <c>communes/</c> promises: the métropole and its fifteen pilot communes, each with enough to be a site that a town hall would start from.</summary>
public class DemonstrationTests
{
    private static readonly TerritorySnapshot Snapshot = FolderReader.Read(FolderOnDisk.Load(Repository.Path("communes"))).Snapshot!;

    private static readonly Lazy<Task<OfficialCommunes>> Official = new(ReadOfficialAsync);

    /// <summary>The sites and the domains that the communes really had.</summary>
    public static TheoryData<string, string> Communes => new()
    {
        { "amanvillers", "www.amanvillers.fr" },
        { "chesny", "www.mairie-chesny.fr" },
        { "chieulles", "www.chieulles.fr" },
        { "coin-sur-seille", "www.coinsurseille.fr" },
        { "jury", "www.mairie-jury.fr" },
        { "la-maxe", "www.lamaxe.fr" },
        { "laquenexy", "www.mairie-laquenexy.fr" },
        { "le-ban-saint-martin", "www.ban-saint-martin.fr" },
        { "lorry-les-metz", "www.lorrylesmetz.fr" },
        { "mecleuves", "www.mairie-mecleuves.fr" },
        { "peltre", "www.mairie-peltre.fr" },
        { "pouilly", "www.pouillymoselle.fr" },
        { "pournoy-la-chetive", "www.pournoy-la-chetive.com" },
        { "saint-privat-la-montagne", "www.saintprivatlamontagne.fr" },
        { "vany", "www.vany.fr" },
    };

    [Fact]
    public void It_is_the_metropole_and_its_pilot_communes()
    {
        Assert.Equal(Communes.Select(c => (string)c[0]).Append("metropole").Order(StringComparer.Ordinal), Snapshot.Sites.Keys);
        Assert.Equal("www.metzmetropole.fr", Snapshot.Metropole!.Site.Domain);
        Assert.All(Snapshot.Sites.Values, s => Assert.True(s.Site.Demo, s.Site.Key));
    }

    [Theory]
    [MemberData(nameof(Communes))]
    public async Task A_commune_is_what_the_official_list_says(string key, string domain)
    {
        var site = Snapshot.Sites[key].Site;
        var official = (await Official.Value).Find(site.Insee!)!;
        Assert.Equal(domain, site.Domain);
        Assert.Equal((official.Name, official.Siren, official.Population), (site.Name, site.Siren, site.Population));
        Assert.Equal(official.PostalCodes.AsEnumerable(), site.PostalCodes);
    }

    [Theory]
    [MemberData(nameof(Communes))]
    public void A_commune_has_enough_to_start_from(string key, string domain)
    {
        var site = Snapshot.Sites[key];
        Assert.Equal(domain, site.Site.Domain);
        AtLeast(25, site.Pages);
        AtLeast(10, site.News);
        AtLeast(8, site.Events);
        AtLeast(20, site.Directory.Where(e => e.Geo is not null && e.Hours.Length > 0));
        AtLeast(8, site.Documents.Where(d => d.File?.EndsWith(".pdf", StringComparison.Ordinal) is true));
        AtLeast(8, site.Media.Where(m => Path.GetExtension(m.Path) is ".svg" or ".jpg" or ".png" or ".webp"));
        Assert.Contains(site.Events, e => e.RecurrenceRule is not null);
        Assert.Contains(site.Events, e => e.EventStatus == EventStatus.Cancelled);
        Assert.Contains(site.Events, e => e.End is { } end && end.Date > e.Start.Date);
        Assert.Contains(site.Events, e => e.AllDay);
    }

    [Fact]
    public void The_metropole_has_enough_to_share()
    {
        var metropole = Snapshot.Metropole!;
        AtLeast(40, metropole.News);
        AtLeast(25, metropole.Events);
        Assert.NotEmpty(metropole.Alerts);
        foreach (var subject in (string[])["dechets", "eau", "mobilite", "urbanisme"])
            Assert.Contains(metropole.Pages, p => p.Audience is { All: true } && p.MountedPath.Contains(subject, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Communes))]
    public void A_commune_shows_the_shared_pages_without_a_copy(string key, string domain)
    {
        var site = Snapshot.Sites[key];
        Assert.Equal(domain, site.Site.Domain);
        var shared = Snapshot.Metropole!.Pages.Where(p => p.Audience is { All: true }).ToList();
        var shown = SyndicationPlan.For(Snapshot, key).SharedPages;
        Assert.Equal(shared.Select(p => p.Key).Order(StringComparer.Ordinal), shown.Select(s => s.Item.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(site.Pages, own => shared.Any(s => s.Body.Length > 0 && s.Body == own.Body));
    }

    /// <summary>A rule is really used when it decides about an item on some site.</summary>
    [Fact]
    public void At_least_six_rules_by_zone_or_topic_are_really_used()
    {
        var index = SyndicationIndex.Of(Snapshot);
        var placements = Snapshot.Metropole!.Items.SelectMany(i => SyndicationPlan.WhereShown(index, i).Select(p => (Item: i, p.Site, p.Reason))).ToList();
        var byTopic = placements.Select(p => p.Reason switch
        {
            ShowReason.RuleAuto r when r.Rule.Topics.Length > 0 => (p.Site.Key, r.Index),
            ShowReason.RuleNever r when r.Rule.Topics.Length > 0 => (p.Site.Key, r.Index),
            ShowReason.RuleReviewPending r when r.Rule.Topics.Length > 0 => (p.Site.Key, r.Index),
            _ => default,
        }).Where(r => r != default).Distinct().Count();
        var byZone = placements.Where(p => p.Reason.Verdict == Verdict.Shown)
            .SelectMany(p => p.Item.AudienceOrDefault(SiteKind.Metropole).Zones).Distinct(StringComparer.Ordinal).Count();
        Assert.True(byTopic + byZone >= 6, $"{byTopic} by topic, {byZone} by zone");
    }

    private static async Task<OfficialCommunes> ReadOfficialAsync()
    {
        await using var zipped = File.OpenRead(Repository.Path("generator/SiteFactory.Generator.Cli/communes.json.gz"));
        await using var json = new GZipStream(zipped, CompressionMode.Decompress);
        return await OfficialCommunes.ReadAsync(json);
    }

    private static void AtLeast<T>(int count, IEnumerable<T> things)
    {
        var there = things.Count();
        Assert.True(there >= count, $"{there} {typeof(T).Name}, not {count}");
    }
}
