using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;
using SiteFactory.EServices.Tests.Http;

namespace SiteFactory.EServices.Tests.Catalogue;

/// <summary>A territory's catalogues: bounded in time, the last good copy in a bad portal's place.</summary>
public class CatalogueReaderTests
{
    private static readonly PortalLimits Short = new() { Bytes = 256 * 1024, Total = TimeSpan.FromMilliseconds(600) };

    [Theory]
    [InlineData("slow", "portal-slow")]
    [InlineData("silent", "portal-slow")]
    [InlineData("endless", "portal-too-large")]
    [InlineData("html", "portal-malformed")]
    [InlineData("broken", "portal-malformed")]
    [InlineData("error", "portal-refused")]
    [InlineData("hang-up", "portal-down")]
    public async Task A_bad_portal_keeps_its_last_good_copy_and_is_told_of(string path, string code)
    {
        await using var portal = await HostilePortal.StartAsync();
        var store = new MemoryStore();
        var copy = new PortalCatalogue("metropole", [new("bacs", "Mes bacs", null, null, "https://services.example.org/bacs/", true, false, [])]);
        store.Keep(copy);
        // Only a portal that never ends may reach its time: a busy machine answers late.
        var limits = code == "portal-slow" ? Short : Short with { Total = TimeSpan.FromMinutes(1) };
        var reading = await ReadAsync(store, limits, Territory(new PortalDeclaration("metropole", "publik", $"{portal.Url}/{path}", "Metz Métropole") { IsLocal = true }));
        Assert.Same(copy, reading.Catalogues.Of("metropole"));
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((code, Content.Faults.FaultSeverity.Warning, "territory.yaml", "portals.metropole"), (fault.Code, fault.Severity, fault.File, fault.Key));
        Assert.Contains("Metz Métropole", fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Cure);
        Assert.Same(copy, store.Find("metropole"));
    }

    [Fact]
    public async Task One_bad_portal_says_nothing_against_the_others()
    {
        await using var portal = await HostilePortal.StartAsync();
        var reading = await ReadAsync(new MemoryStore(), Short with { Total = TimeSpan.FromSeconds(6) }, Territory(
            new PortalDeclaration("a", "publik", portal.Url + "/slow", null) { IsLocal = true },
            new PortalDeclaration("b", "publik", portal.Url + "/good", null) { IsLocal = true },
            new PortalDeclaration("c", "box", "http://services.localhost:5080", null),
            new PortalDeclaration("d", "links", null, null)));
        Assert.Equal(["b"], reading.Catalogues.ByPortal.Keys);
        Assert.Equal(["portal-slow", "portal-not-secure"], reading.Faults.Select(f => f.Code));
    }

    [Fact]
    public async Task A_good_answer_becomes_the_copy_and_remembers_what_is_gone()
    {
        var store = new MemoryStore();
        store.Keep(new("metropole", [new("bacs", "Mes bacs", null, null, "https://services.example.org/bacs/", true, false, [])]));
        var transport = new FakeTransport().With("/api/categories/", Recorded.Answer("publik-categories.json"));
        var territory = Territory(new PortalDeclaration("metropole", "publik", "https://services.example.org", null));
        for (var times = 0; times < 2; times++)
        {
            var reading = await new CatalogueReader(transport, store, Short).ReadAsync(territory, _ => null, CancellationToken.None);
            Assert.Empty(reading.Faults);
            Assert.Equal(["bacs"], reading.Catalogues.Of("metropole")!.Gone.Select(s => s.Key));
        }
        var back = new PortalCatalogue("metropole", [store.Find("metropole")!.Gone[0]]).After(store.Find("metropole"));
        Assert.DoesNotContain(back.Gone, s => s.Key == "bacs");
    }

    [Fact]
    public async Task Who_stops_a_build_stops_its_questions()
    {
        await using var portal = await HostilePortal.StartAsync();
        using var stop = new CancellationTokenSource();
        using var http = new PortalHttp(PortalLimits.Default);
        var reading = new CatalogueReader(http, new MemoryStore(), PortalLimits.Default)
            .ReadAsync(Territory(new PortalDeclaration("a", "publik", portal.Url + "/silent", null) { IsLocal = true }), _ => null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public void A_catalogue_comes_back_from_its_file()
    {
        var catalogue = new PortalCatalogue("metropole", [new("bacs", "Mes « bacs »", "Un\nmot", "Déchets", "https://services.example.org/bacs/?a=b", false, true, ["tri", "poubelle"])])
        {
            Gone = [new("vieux", "Vieux", null, null, "https://services.example.org/vieux/", true, false, [])],
        };
        var bytes = CatalogueFile.Write(catalogue);
        var read = CatalogueFile.Read("metropole", bytes)!;
        Assert.Equal(bytes, CatalogueFile.Write(read));
        Assert.Null(CatalogueFile.Read("autre", bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"portal\":\"metropole\"}")]
    public void A_file_that_is_no_catalogue_is_none(string text) =>
        Assert.Null(CatalogueFile.Read("metropole", System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_file_written_by_hand_cannot_bring_another_scheme()
    {
        const string text = """{"portal":"metropole","services":[{"key":"a","title":"A","url":"javascript:alert(1)","isOpen":true},{"key":"../b","title":"B","url":"https://x.example/"},{"key":"c","title":"C","url":"https://x.example/"}]}""";
        Assert.Equal(["c"], CatalogueFile.Read("metropole", System.Text.Encoding.UTF8.GetBytes(text))!.Services.Select(s => s.Key));
    }

    private static async Task<CatalogueReading> ReadAsync(MemoryStore store, PortalLimits limits, Territory territory)
    {
        using var http = new PortalHttp(limits);
        return await new CatalogueReader(http, store, limits).ReadAsync(territory, _ => null, CancellationToken.None);
    }

    private static Territory Territory(params PortalDeclaration[] portals) =>
        new("Metz Métropole", "Europe/Paris", new("#003d7c", "#e2007a", null, []), [], [], [.. portals], null);
}
