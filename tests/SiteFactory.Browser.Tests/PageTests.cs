using System.Globalization;
using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>What holds for every page: nobody else is told, nothing is refused, little is loaded, it fits a telephone.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageTests(Sites sites)
{
    private const int MostBytes = 50 * 1024;

    [Theory]
    [MemberData(nameof(Sites.Pages), MemberType = typeof(Sites))]
    public async Task Nothing_is_refused_no_other_host_is_asked_and_less_than_50_KB_come(string type, string path)
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        var requests = new List<IRequest>();
        visitor.Page.RequestFinished += (_, request) => requests.Add(request);
        var response = await visitor.GoAsync(path);
        await visitor.Page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        if (type == "not found")
            Assert.Equal(404, response!.Status);
        else
            visitor.AssertClean();
        Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        await AssertLightAsync(type, requests);
    }

    [Theory]
    [MemberData(nameof(Sites.Pages), MemberType = typeof(Sites))]
    public async Task It_fits_a_telephone(string type, string path)
    {
        await using var visitor = await Visitor.ComeAsync(sites, Visitor.Phone());
        await visitor.GoAsync(path);
        var width = await visitor.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth");
        Assert.True(width <= 360, $"{type} is {width.ToString(CultureInfo.InvariantCulture)} pixels wide on a screen of 360.");
    }

    [Fact]
    public async Task The_watch_would_see_another_host()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/");
        await visitor.Page.EvaluateAsync("() => fetch('https://example.org/').catch(() => {})");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(visitor.AssertClean);
    }

    private static async Task AssertLightAsync(string type, List<IRequest> requests)
    {
        var sizes = new List<(string Path, int Bytes)>();
        foreach (var request in requests.Where(r => r.ResourceType != "image"))
        {
            var size = await request.SizesAsync();
            sizes.Add((new Uri(request.Url).AbsolutePath, size.ResponseBodySize + size.ResponseHeadersSize));
        }
        var total = sizes.Sum(s => s.Bytes);
        var list = string.Join('\n', sizes.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Bytes,8} {s.Path}")));
        Assert.True(total is > 1024 and < MostBytes, string.Create(CultureInfo.InvariantCulture, $"{type}: {total} bytes\n{list}"));
    }
}
