using System.Text.Json;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Tests.Build;
using BuiltSite = SiteFactory.Generator.Tests.Build.BuiltSite;

namespace SiteFactory.Generator.Tests.Services;

/// <summary>What a citizen finds of démarches on a built site.</summary>
public sealed class ServicePagesTests(ServicePagesTests.Built built) : IClassFixture<ServicePagesTests.Built>
{
    private readonly BuiltSite _vany = built.Territory.Site("vany");
    private readonly BuiltSite _peltre = built.Territory.Site("peltre");

    [Theory]
    [InlineData("demarches", "/demarches/")]
    [InlineData("demarche", "/demarches/signaler-une-anomalie/")]
    [InlineData("demarche-payer", "/demarches/payer/")]
    [InlineData("suivre", "/demarches/suivre/")]
    public void A_page_is_what_was_reviewed(string name, string address) => GoldenTests.Expect(name, _vany.Text(address));

    [Fact]
    public void A_shared_service_starts_on_the_territorys_portal_with_the_commune_from_every_site()
    {
        Assert.Contains("https://services.example.org/signaler-une-anomalie/?commune=57694", _vany.Links("/demarches/signaler-une-anomalie/"));
        Assert.Contains("https://services.example.org/signaler-une-anomalie/?commune=57534", _peltre.Links("/demarches/signaler-une-anomalie/"));
        Assert.Contains("https://services.example.org/signaler-une-anomalie/", built.Territory.Site("metropole").Links("/demarches/signaler-une-anomalie/"));
    }

    [Theory]
    [InlineData("signaler-une-anomalie", "Traité par la mairie ou Metz Métropole, selon la demande")]
    [InlineData("composteur", "Traité par Metz Métropole")]
    [InlineData("recensement", "Traité par la mairie de Vany")]
    [InlineData("payer", "Traité par la Direction générale des finances publiques")]
    public void A_card_and_a_page_say_who_handles_the_request(string key, string words)
    {
        Assert.Contains(words, _vany.Words($"/demarches/{key}/"), StringComparison.Ordinal);
        var card = _vany.Page("/demarches/").QuerySelectorAll(".demarche").Single(c => c.QuerySelector("h3 a")!.GetAttribute("href") == $"/demarches/{key}/");
        Assert.Contains(words, BuiltSite.Words(card), StringComparison.Ordinal);
    }

    [Fact]
    public void The_communes_own_portal_stands_beside_the_territorys()
    {
        Assert.Contains("https://demarches.peltre.example.org/cantine/", _peltre.Links("/demarches/cantine/"));
        Assert.Equal(["/demarches/signaler-une-anomalie/", "/demarches/cantine/"], _peltre.Page("/demarches/").QuerySelectorAll(".demarche h3 a").Select(a => a.GetAttribute("href")!).OrderDescending());
        Assert.False(_peltre.Has("/demarches/composteur/"));
    }

    [Fact]
    public void The_office_of_another_site_is_linked_there_and_the_sites_own_here()
    {
        Assert.Contains("https://www.metzmetropole.example/annuaire/decheterie/", _vany.Links("/demarches/composteur/"));
        Assert.Contains("/annuaire/mairie/", _vany.Links("/demarches/signaler-une-anomalie/"));
        Assert.Contains("Gratuit à Vany", _vany.Words("/demarches/signaler-une-anomalie/"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_on_paper_has_no_start()
    {
        Assert.DoesNotContain("Commencer", _vany.Words("/demarches/recensement/"), StringComparison.Ordinal);
        Assert.Contains("Mairie de Vany", _vany.Words("/demarches/recensement/"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_home_page_puts_the_most_used_first_and_follows_requests()
    {
        var home = _vany.Page("/");
        Assert.Equal("/demarches/signaler-une-anomalie/", home.QuerySelector(".band--services .tile__title a")!.GetAttribute("href"));
        var form = home.QuerySelector("form.track__form")!;
        Assert.Equal(("post", "https://services.example.org/code/load"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("code", form.QuerySelector("input")!.GetAttribute("name"));
        Assert.Equal(form.QuerySelector("input")!.Id, form.QuerySelector("label")!.GetAttribute("for"));
    }

    [Fact]
    public void Only_the_portals_of_a_site_may_receive_its_forms()
    {
        Assert.Equal(["https://services.example.org"], Card("www.vany.example").FormTargets.ToArray());
        Assert.Equal(["https://demarches.peltre.example.org", "https://services.example.org"], Card("www.peltre.example").FormTargets.ToArray());
    }

    [Fact]
    public void The_list_for_other_sites_has_absolute_addresses()
    {
        using var list = JsonDocument.Parse(_vany.Text("/demarches.json"));
        Assert.Equal("57694", list.RootElement.GetProperty("insee").GetString());
        Assert.Equal("https://services.example.org/code/load", list.RootElement.GetProperty("tracking").GetProperty("action").GetString());
        var first = list.RootElement.GetProperty("services").EnumerateArray().Single(s => s.GetProperty("key").GetString() == "signaler-une-anomalie");
        Assert.Equal("https://www.vany.example/demarches/signaler-une-anomalie/", first.GetProperty("page").GetString());
        Assert.Equal("https://services.example.org/signaler-une-anomalie/?commune=57694", first.GetProperty("start").GetString());
    }

    [Fact]
    public void Each_service_can_be_put_on_a_home_screen_by_itself()
    {
        Assert.Equal("/demarches/payer/manifest.webmanifest", _vany.Page("/demarches/payer/").QuerySelector("link[rel=manifest]")!.GetAttribute("href"));
        using var manifest = JsonDocument.Parse(_vany.Text("/demarches/payer/manifest.webmanifest"));
        Assert.Equal("/demarches/payer/", manifest.RootElement.GetProperty("start_url").GetString());
        Assert.Equal("/demarches/payer/", manifest.RootElement.GetProperty("id").GetString());
        Assert.StartsWith("Payer mes factures", manifest.RootElement.GetProperty("name").GetString(), StringComparison.Ordinal);
        var icon = manifest.RootElement.GetProperty("icons")[0].GetProperty("src").GetString()!;
        Assert.StartsWith("<svg", _vany.Text(icon), StringComparison.Ordinal);
        Assert.NotEqual(_vany.Text(icon), _vany.Text("/demarches/composteur/icone.svg"));
    }

    [Fact]
    public void The_sites_shortcuts_are_its_most_used_services()
    {
        using var manifest = JsonDocument.Parse(_peltre.Text("/manifest.webmanifest"));
        var shortcuts = manifest.RootElement.GetProperty("shortcuts").EnumerateArray().Select(s => s.GetProperty("url").GetString()).ToList();
        Assert.Equal(["/demarches/cantine/", "/demarches/", "/actualites/", "/agenda/"], shortcuts);
    }

    [Fact]
    public void Search_engines_get_each_page_and_what_it_is()
    {
        Assert.Contains("https://www.vany.example/demarches/payer/", _vany.Text("/sitemap.xml"), StringComparison.Ordinal);
        var data = _vany.Page("/demarches/signaler-une-anomalie/").QuerySelector("script[type='application/ld+json']")!.TextContent;
        using var json = JsonDocument.Parse(data);
        Assert.Equal("GovernmentService", json.RootElement.GetProperty("@type").GetString());
        Assert.Equal("https://services.example.org/signaler-une-anomalie/?commune=57694", json.RootElement.GetProperty("availableChannel").GetProperty("serviceUrl").GetString());
    }

    [Fact]
    public void A_text_may_place_services_and_the_field_for_a_code()
    {
        var page = _vany.Page("/rue/").QuerySelector(".body")!;
        Assert.NotNull(page.QuerySelector(".w-service a.sf-button[href='https://services.example.org/signaler-une-anomalie/?commune=57694']"));
        Assert.NotNull(page.QuerySelector(".w-services a[href='/demarches/composteur/']"));
        Assert.Equal(3, page.QuerySelectorAll("form.w-tracking").Length);
        Assert.Equal(3, page.QuerySelectorAll("form.w-tracking input").Select(i => i.Id).Distinct().Count());
    }

    [Fact]
    public void A_list_for_an_audience_holds_what_concerns_it()
    {
        var lists = _vany.Page("/rue/").QuerySelectorAll(".w-services");
        Assert.Equal(["/demarches/recensement/"], lists[^1].QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_form_in_the_page_loads_on_a_click_and_only_the_site_that_shows_it_allows_it()
    {
        var form = _vany.Page("/rue/").QuerySelector("[data-player-form]")!;
        Assert.Equal("https://services.example.org/composteur/?commune=57694", form.GetAttribute("data-player"));
        Assert.Empty(_vany.Page("/rue/").QuerySelectorAll("iframe"));
        Assert.NotNull(form.QuerySelector("a[href='https://services.example.org/composteur/?commune=57694']"));
        Assert.Equal(["https://services.example.org"], Card("www.vany.example").FrameSources.ToArray());
        Assert.Empty(Card("www.peltre.example").FrameSources);
    }

    private ReleaseCard Card(string domain) => ReleaseCard.TryRead(new BuiltSites(built.Territory.Output).ByDomain(domain)!.Folder + ".card.json")!;

    /// <summary>The territory, built once.</summary>
    public sealed class Built : IDisposable
    {
        public Built() => Territory.Built();

        internal TestTerritory Territory { get; } = ServiceTerritory.Create();

        public void Dispose() => Territory.Dispose();
    }
}
