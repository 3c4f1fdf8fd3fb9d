using NodaTime;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;
using SiteFactory.Generator.Load.Portals;
using SiteFactory.Generator.Tests.Build;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Services;

/// <summary>A portal costs a build a bounded time, and never a page.</summary>
public sealed class PortalBuildTests : IDisposable
{
    private readonly TestTerritory _territory = ServiceTerritory.Create();

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void By_default_nobody_is_asked()
    {
        var transport = new CountingTransport(Good("composteur"));
        using var loader = new PortalLoader(_territory.Options(), transport);
        Assert.Empty(loader.Read(Read(), Sample.At, CancellationToken.None).Faults);
        Assert.Equal(0, transport.Asked);
    }

    [Fact]
    public void A_portal_is_asked_once_in_the_interval()
    {
        var transport = new CountingTransport(Good("composteur"));
        using var loader = new PortalLoader(_territory.Options() with { Portals = PortalMode.Refresh, PortalInterval = Duration.FromMinutes(30) }, transport);
        var territory = Read();
        var first = loader.Read(territory, Sample.At, CancellationToken.None);
        var again = loader.Read(territory, Sample.At + Duration.FromMinutes(29), CancellationToken.None);
        Assert.Equal(2, transport.Asked);
        Assert.Same(first, again);
        var later = loader.Read(territory, Sample.At + Duration.FromMinutes(31), CancellationToken.None);
        Assert.Equal(4, transport.Asked);
        Assert.Same(first.Catalogues, later.Catalogues);
        loader.Forget();
        loader.Read(territory, Sample.At + Duration.FromMinutes(32), CancellationToken.None);
        Assert.Equal(6, transport.Asked);
    }

    [Fact]
    public void With_the_portal_down_every_page_stays_and_the_build_says_so()
    {
        Record("signaler-une-anomalie", "composteur", "encombrants");
        _territory.Built();
        var before = _territory.Site("vany").Files().Keys.ToList();
        Assert.Contains("demarches/encombrants/index.html", before);
        using var generator = new SiteGenerator(_territory.Options() with { Portals = PortalMode.Refresh, PortalLimits = new() { Connect = TimeSpan.FromMilliseconds(200), Total = TimeSpan.FromMilliseconds(500) } }, new TerritoireTheme());
        var report = generator.Build();
        Assert.True(report.Succeeded, TestTerritory.Describe(report));
        Assert.Contains(report.Faults, f => f.Code.StartsWith("portal-", StringComparison.Ordinal) && f.Message.Contains("Metz Métropole", StringComparison.Ordinal) && f.Cure.Length > 0);
        Assert.Equal(before, _territory.Site("vany").Files().Keys);
    }

    [Fact]
    public void What_left_the_portal_leaves_the_site_with_a_warning_that_names_both()
    {
        Record("signaler-une-anomalie", "composteur", "encombrants");
        _territory.Built();
        var folder = new CatalogueFolder(Path.Combine(_territory.Output, ".cache", "catalogues"));
        folder.Keep(Catalogue("signaler-une-anomalie", "composteur").After(folder.Find("metropole")));
        var report = _territory.Build();
        Assert.True(report.Succeeded, TestTerritory.Describe(report));
        Assert.False(_territory.Site("vany").Has("/demarches/encombrants/"));
        var fault = Assert.Single(report.Faults, f => f.Code == "e-service-gone" && f.Site == "vany");
        Assert.Contains("Titre encombrants", fault.Message, StringComparison.Ordinal);
        Assert.Equal("vany/site.yaml", fault.File);
    }

    [Fact]
    public void A_service_named_by_a_text_may_vanish_and_the_page_stays()
    {
        Record("composteur");
        var report = _territory.Build();
        Assert.True(report.Succeeded, TestTerritory.Describe(report));
        Assert.Contains(report.Faults, f => f is { Code: "service-missing", Severity: Content.Faults.FaultSeverity.Warning, File: "vany/pages/rue.md" });
        Assert.True(_territory.Site("vany").Has("/rue/"));
    }

    [Fact]
    public void The_same_content_and_catalogues_give_the_same_bytes_and_another_catalogue_is_seen()
    {
        Record("signaler-une-anomalie", "composteur");
        using var generator = _territory.Generator();
        Assert.True(generator.Build().Succeeded);
        var first = _territory.Site("vany").Files();
        using (var fresh = _territory.Generator(output: _territory.Folder("other")))
        {
            CopyCatalogues("other");
            Assert.True(fresh.Build().Succeeded);
        }
        Assert.Equal(first, _territory.Site("vany", _territory.Folder("other")).Files());
        Record("signaler-une-anomalie", "composteur", "bacs");
        generator.ForgetCatalogues();
        Assert.True(generator.Update([], Sample.At).Succeeded);
        Assert.True(_territory.Site("vany").Has("/demarches/bacs/"));
    }

    [Fact]
    public void A_recording_can_stand_anywhere()
    {
        new CatalogueFolder(_territory.Folder("recorded")).Keep(Catalogue("bacs"));
        using var generator = new SiteGenerator(_territory.Options() with { Catalogues = _territory.Folder("recorded") }, new TerritoireTheme());
        Assert.True(generator.Build().Succeeded);
        Assert.True(_territory.Site("vany").Has("/demarches/bacs/"));
    }

    private void CopyCatalogues(string output)
    {
        var to = Path.Combine(_territory.Folder(output), ".cache", "catalogues");
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(Path.Combine(_territory.Output, ".cache", "catalogues")))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private void Record(params string[] keys) => new CatalogueFolder(Path.Combine(_territory.Output, ".cache", "catalogues")).Keep(Catalogue(keys));

    private static PortalCatalogue Catalogue(params string[] keys) =>
        new("metropole", [.. keys.Select(k => new PortalService(k, "Titre " + k, null, "Déchets", $"{ServiceTerritory.Portal}/{k}/", true, false, []))]);

    private Content.Model.Territory Read() => Content.FolderFormat.FolderReader.Read(new Load.FileContentFiles(_territory.Content)).Snapshot!.Territory;

    private static string Good(string key) => $$"""{"data":[{"title":"Déchets","forms":[{"title":"Titre","slug":"{{key}}"}]}]}""";

    /// <summary>Two portals, each asked once a reading.</summary>
    private sealed class CountingTransport(string answer) : IPortalTransport
    {
        private int _asked;

        public int Asked => _asked;

        public Task<ReadOnlyMemory<byte>> GetAsync(Uri address, bool isLocal, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult<ReadOnlyMemory<byte>>(System.Text.Encoding.UTF8.GetBytes(answer));
        }
    }
}
