using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>What one look at a page tells several tests: opening it costs more than any of them.</summary>
/// <param name="Faults">What no visitor should meet, a line each.</param>
/// <param name="Width">Of the whole page, in CSS pixels.</param>
/// <param name="Weights">Path and bytes, head included, of everything but pictures that came over the network.</param>
internal sealed record PageVisit(int Status, IReadOnlyList<string> Faults, int Headings, int Cookies, int Width, IReadOnlyList<(string Path, int Bytes)> Weights, AxeResult Axe)
{
    /// <summary>Opens the page as it comes, reads to its end, then has axe look at it.</summary>
    public static async Task<PageVisit> MakeAsync(Sites sites, string path, BrowserNewContextOptions options, ColorScheme scheme)
    {
        options.ColorScheme = scheme;
        await using var visitor = await Visitor.ComeAsync(sites, options);
        var page = visitor.Page;
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        var response = await visitor.GoAsync(path);
        await page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return new(
            response!.Status,
            [.. visitor.Faults],
            await page.Locator("h1").CountAsync(),
            (await page.Context.CookiesAsync()).Count,
            await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth"),
            await WeightsAsync([.. requests]),
            await Browser.Tests.Axe.CheckAsync(page));
    }

    private static async Task<IReadOnlyList<(string Path, int Bytes)>> WeightsAsync(IRequest[] requests)
    {
        var weights = new List<(string, int)>();
        foreach (var request in requests.Where(r => r.ResourceType != "image"))
        {
            var size = await request.SizesAsync();
            weights.Add((new Uri(request.Url).AbsolutePath, size.ResponseBodySize + size.ResponseHeadersSize));
        }
        return weights;
    }
}

/// <summary>Each page looked at once on a desk, in light, and once on a small telephone, in dark.</summary>
internal sealed class PageVisits(Sites sites)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Path, bool Phone), Lazy<Task<PageVisit>>> _visits = new();

    public Task<PageVisit> OnDeskAsync(string path) =>
        _visits.GetOrAdd((path, false), _ => new(() => PageVisit.MakeAsync(sites, path, Visitor.Desk(), ColorScheme.Light))).Value;

    public Task<PageVisit> OnPhoneAsync(string path) =>
        _visits.GetOrAdd((path, true), _ => new(() => PageVisit.MakeAsync(sites, path, Visitor.Phone(), ColorScheme.Dark))).Value;
}
