using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>Sheets of service-public.fr and everyday services, as people use them on a telephone.</summary>
[Collection(BrowserTests.Name)]
public sealed class EverydayTests(Sites sites)
{
    private const string Collections = "/services-metropolitains/dechets/collecte/";
    private const string Sheet = "/demarches/fiches/f1341-carte-d-identite-d-un-majeur-premiere-demande/";

    [Fact]
    public async Task Typing_a_street_narrows_the_list_and_leads_to_its_days()
    {
        await using var visitor = await Visitor.ComeAsync(sites, Visitor.Phone());
        await visitor.GoAsync(Collections);
        await visitor.Page.Locator("[data-waste] > summary").TapAsync();
        await visitor.Page.Locator("#collecte-rue").FillAsync("eglise");
        var streets = visitor.Page.Locator(".w-waste-streets > li:visible");
        await Expect(streets).ToHaveCountAsync(1);
        await streets.Locator("a").TapAsync();
        await Expect(visitor.Page.Locator(".w-waste-sector:target .w-waste-next > li").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Without_a_script_every_street_is_in_the_list()
    {
        await using var visitor = await Visitor.ComeAsync(sites, NoScript());
        await visitor.GoAsync(Collections);
        await visitor.Page.Locator("[data-waste] > summary").ClickAsync();
        await Expect(visitor.Page.Locator(".w-waste-field")).ToBeHiddenAsync();
        Assert.True(await visitor.Page.Locator(".w-waste-streets > li:visible").CountAsync() > 5);
    }

    [Fact]
    public async Task Without_a_script_a_case_of_a_sheet_opens()
    {
        await using var visitor = await Visitor.ComeAsync(sites, NoScript());
        await visitor.GoAsync(Sheet);
        var choice = visitor.Page.Locator(".w-sheet-choices .w-sheet-choices > details").First;
        await choice.Locator("summary").First.ClickAsync();
        await Expect(choice.Locator(".w-sheet-choice").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_script_the_next_weeks_menus_open()
    {
        await using var visitor = await Visitor.ComeAsync(sites, NoScript());
        await visitor.GoAsync("/enfance-jeunesse/periscolaire-et-cantine/");
        await Expect(visitor.Page.Locator(".w-menus-week").First.Locator(".w-menus-dish").First).ToBeVisibleAsync();
        var next = visitor.Page.Locator(".w-menus-week").Nth(1);
        await next.Locator("summary").ClickAsync();
        await Expect(next.Locator(".w-menus-dish").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Collections)]
    [InlineData(Sheet)]
    [InlineData("/demarches/fiches/")]
    [InlineData("/enfance-jeunesse/periscolaire-et-cantine/")]
    [InlineData("/cadre-de-vie/travaux/")]
    [InlineData("/vie-municipale/offres-d-emploi/")]
    [InlineData("/mes-demarches/location-de-salle/")]
    public async Task A_telephone_never_scrolls_sideways(string path)
    {
        await using var visitor = await Visitor.ComeAsync(sites, Visitor.Phone());
        await visitor.GoAsync(path);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private static Microsoft.Playwright.BrowserNewContextOptions NoScript()
    {
        var options = Visitor.Phone();
        options.JavaScriptEnabled = false;
        return options;
    }
}
