using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>Once visited, a site is read without a network; what was not visited gives the emergency page.</summary>
[Collection(BrowserTests.Name)]
public sealed class OfflineTests(Sites sites)
{
    private const string Visited = "/services-metropolitains/dechets/";

    [Fact]
    public async Task Visited_pages_and_the_emergency_page_are_there_when_the_server_is_not()
    {
        await using var server = await sites.OtherServerAsync();
        var options = Visitor.Desk();
        options.ServiceWorkers = ServiceWorkerPolicy.Allow;
        await using var visitor = await Visitor.ComeAsync(sites, path => server.Url(Sites.Commune, path), options);

        await visitor.GoAsync("/");
        await visitor.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done)); }");
        await visitor.GoAsync(Visited);
        var title = await visitor.Page.Locator("h1").TextContentAsync();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        visitor.AssertClean();

        visitor.ExpectFailures();
        await server.DisposeAsync();
        await visitor.GoAsync(Visited);
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync(title!);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => [...document.styleSheets].some(sheet => sheet.cssRules.length > 50)"));

        await visitor.GoAsync("/mentions-legales/");
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("112");
    }
}
