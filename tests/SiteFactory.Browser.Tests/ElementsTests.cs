using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>The custom elements on somebody else's page.</summary>
[Collection(BrowserTests.Name)]
public sealed class ElementsTests(Sites sites)
{
    [Fact]
    public async Task A_service_shows_itself_and_asks_nobody_but_the_site()
    {
        await using var foreign = new ForeignSite(Page("<sf-e-service service=bacs><a href=/repli>Repli</a></sf-e-service>"));
        await using var visitor = await Visitor.ComeAsync(sites, _ => foreign.Url);
        var asked = new List<string>();
        visitor.Page.Request += (_, request) => asked.Add(new Uri(request.Url).PathAndQuery);
        await visitor.GoAsync("");
        await Expect(visitor.Page.Locator("sf-e-service .title")).ToHaveTextAsync("Obtenir, changer ou réparer un bac");
        await Expect(visitor.Page.GetByText("Traité par Metz Métropole")).ToBeVisibleAsync();
        Assert.Equal("http://services.localhost:5080/bacs/?commune=57017", await visitor.Page.Locator("sf-e-service .button").GetAttributeAsync("href"));
        await Expect(visitor.Page.GetByText("Repli")).ToBeHiddenAsync();
        Assert.Equal(["/demarches.json", "/page", "/widgets/sf.js"], asked.Where(a => a != ",").Order());
        visitor.AssertClean();
    }

    [Fact]
    public async Task A_list_is_filtered_and_a_code_goes_to_the_portal()
    {
        await using var foreign = new ForeignSite(Page("<sf-e-services category='Déchets et tri' limit=3></sf-e-services><sf-tracking></sf-tracking>"));
        await using var visitor = await Visitor.ComeAsync(sites, _ => foreign.Url);
        await visitor.GoAsync("");
        await Expect(visitor.Page.Locator("sf-e-services li")).ToHaveCountAsync(3);
        var form = visitor.Page.Locator("sf-tracking form");
        Assert.Equal("http://services.localhost:5080/code/load", await form.GetAttributeAsync("action"));
        Assert.Equal("post", await form.GetAttributeAsync("method"));
        await Expect(visitor.Page.GetByLabel("Suivre ma demande")).ToBeVisibleAsync();
        var axe = await Axe.CheckAsync(visitor.Page);
        Assert.Empty(axe.Violations.Select(v => v.Id));
        visitor.AssertClean();
    }

    [Fact]
    public async Task The_pages_style_stays_out_and_the_elements_stays_in()
    {
        await using var foreign = new ForeignSite(Page("<style>p, a { color: rgb(255, 0, 0) !important; display: none }</style><p class=title>Dehors</p><sf-e-service service=bacs></sf-e-service>"));
        await using var visitor = await Visitor.ComeAsync(sites, _ => foreign.Url);
        await visitor.GoAsync("");
        await Expect(visitor.Page.Locator("sf-e-service .title")).ToBeVisibleAsync();
        Assert.NotEqual("rgb(255, 0, 0)", await visitor.Page.Locator("sf-e-service .title").EvaluateAsync<string>("e => getComputedStyle(e).color"));
        Assert.Equal("none", await visitor.Page.Locator("main > .title").EvaluateAsync<string>("e => getComputedStyle(e).display"));
    }

    [Theory]
    [InlineData("<sf-e-service service=bacs></sf-e-service>", "Ouvrir la démarche", "/demarches/bacs/")]
    [InlineData("<sf-e-service service=bacs label='Mon bac'></sf-e-service>", "Mon bac", "/demarches/bacs/")]
    [InlineData("<sf-e-services></sf-e-services>", "Toutes les démarches", "/demarches/")]
    [InlineData("<sf-tracking></sf-tracking>", "Suivre ma demande", "/demarches/suivre/")]
    public async Task Without_the_list_a_plain_link_stands_there(string element, string words, string path)
    {
        foreach (var answer in new[] { null, "", "<html>", "null", "{\"services\":7}", "[]" })
        {
            await using var foreign = new ForeignSite(Page(element));
            await using var visitor = await Visitor.ComeAsync(sites, _ => foreign.Url);
            visitor.ExpectFailures();
            await visitor.Page.RouteAsync("**/demarches.json", route => answer is null ? route.AbortAsync() : route.FulfillAsync(new() { Body = answer, ContentType = "application/json", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } }));
            await visitor.GoAsync("");
            var link = visitor.Page.GetByRole(AriaRole.Link, new() { Name = words });
            await Expect(link).ToBeVisibleAsync();
            Assert.Equal(sites.Url(path), await link.GetAttributeAsync("href"));
        }
    }

    [Fact]
    public async Task What_the_author_wrote_is_the_best_plain_link()
    {
        await using var foreign = new ForeignSite(Page("<sf-e-service service=inconnue><a href='https://www.example.org/mon-bac'>Mon bac</a></sf-e-service>"));
        await using var visitor = await Visitor.ComeAsync(sites, _ => foreign.Url);
        await visitor.GoAsync("");
        await Expect(visitor.Page.Locator("sf-e-service[data-plain] a")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("sf-e-service[data-plain] a")).ToHaveAttributeAsync("href", "https://www.example.org/mon-bac");
    }

    [Fact]
    public async Task A_portal_that_does_not_answer_leaves_a_link_with_the_commune()
    {
        await using var foreign = new ForeignSite(Page("<sf-e-service portal='http://portail.localhost:1' service=bacs commune=57017></sf-e-service>"));
        await using var visitor = await Visitor.ComeAsync(sites, _ => foreign.Url);
        visitor.ExpectFailures();
        await visitor.Page.RouteAsync("http://portail.localhost:1/**", route => route.AbortAsync());
        await visitor.GoAsync("");
        await Expect(visitor.Page.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "http://portail.localhost:1/bacs/?commune=57017");
    }

    [Fact]
    public async Task A_portal_that_answers_is_shown()
    {
        await using var foreign = new ForeignSite(Page("<sf-e-service portal='http://portail.localhost:1' service=bacs commune=57017></sf-e-service>"));
        await using var visitor = await Visitor.ComeAsync(sites, _ => foreign.Url);
        await visitor.Page.RouteAsync("http://portail.localhost:1/api/categories/?full=on", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            Body = """{"data":[{"title":"Déchets","forms":[{"slug":"bacs","title":"Mes bacs","description":"<b>Gros</b><img src=x onerror=alert(1)>","url":"javascript:alert(1)"}]}]}""",
        }));
        await visitor.GoAsync("");
        await Expect(visitor.Page.Locator("sf-e-service .title")).ToHaveTextAsync("Mes bacs");
        await Expect(visitor.Page.Locator("sf-e-service .text")).ToHaveTextAsync("Gros");
        Assert.Equal("http://portail.localhost:1/bacs/?commune=57017", await visitor.Page.Locator("sf-e-service .button").GetAttributeAsync("href"));
        visitor.AssertClean();
    }

    [Fact]
    public async Task Each_site_shows_them_at_work_under_its_own_policy()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/widgets/demo.html");
        await Expect(visitor.Page.Locator("sf-e-service .title")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("sf-e-services li")).ToHaveCountAsync(4);
        await Expect(visitor.Page.Locator("sf-tracking form")).ToBeVisibleAsync();
        visitor.AssertClean();
    }

    private string Page(string elements) =>
        $"<!doctype html><html lang=fr><meta charset=utf-8><link rel=icon href='data:,'><title>Ailleurs</title><script type=module src='{sites.Url("/widgets/sf.js")}'></script><main><h1>Ailleurs</h1>{elements}</main></html>";
}
