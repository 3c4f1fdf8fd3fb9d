using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>What stands on the screen stays where it is when scripts come late, as they do on a slow network.</summary>
[Collection(BrowserTests.Name)]
public sealed class StabilityTests(Sites sites)
{
    private const double Most = 0.02;

    private const string Watch = """
        window.shift = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver(() => { window.painted = true; }).observe({ type: 'paint', buffered: true });
        """;

    // The clock that tests set answers for the page's performance object too, with nothing.
    private const string Painted = "() => window.painted";

    private const string Settled = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.shift))))";

    [Theory]
    [InlineData("/annuaire/")]
    [InlineData("/annuaire/mairie/")]
    [InlineData("/carte/")]
    [InlineData("/demarches/")]
    [InlineData("/recherche/")]
    public async Task Nothing_moves_when_scripts_arrive(string path)
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await using var visitor = await Visitor.ComeAsync(sites, new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 844 }, ServiceWorkers = ServiceWorkerPolicy.Block });
            var painted = new TaskCompletionSource();
            await visitor.Page.Clock.SetSystemTimeAsync(Sites.Now);
            await visitor.Page.AddInitScriptAsync(Watch);
            await visitor.Page.RouteAsync("**/*.js", async route =>
            {
                await painted.Task;
                await route.ContinueAsync();
            });
            // Listened to before it is asked for: the page may arrive before anybody waits for it.
            var arrived = new TaskCompletionSource();
            visitor.Page.FrameNavigated += (_, frame) =>
            {
                if (frame.Url.EndsWith(path, StringComparison.Ordinal))
                    arrived.TrySetResult();
            };
            var coming = visitor.GoAsync(path);
            await Task.WhenAny(arrived.Task, coming).Unwrap();
            await visitor.Page.WaitForFunctionAsync(Painted);
            painted.SetResult();
            await coming;
            Assert.InRange(await visitor.Page.EvaluateAsync<double>(Settled), 0, Most);
            visitor.AssertClean();
        }
    }
}
