using System.Globalization;

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
        var visit = await sites.Visits.OnDeskAsync(path);
        Assert.Equal(type == "not found" ? 404 : 200, visit.Status);
        if (type != "not found")
            Assert.Empty(visit.Faults);
        Assert.Equal(1, visit.Headings);
        Assert.Equal(0, visit.Cookies);
        AssertLight(type, visit.Weights);
    }

    [Theory]
    [MemberData(nameof(Sites.Pages), MemberType = typeof(Sites))]
    public async Task It_fits_a_telephone(string type, string path)
    {
        var width = (await sites.Visits.OnPhoneAsync(path)).Width;
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

    private static void AssertLight(string type, IReadOnlyList<(string Path, int Bytes)> weights)
    {
        var total = weights.Sum(s => s.Bytes);
        var list = string.Join('\n', weights.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Bytes,8} {s.Path}")));
        Assert.True(total is > 1024 and < MostBytes, string.Create(CultureInfo.InvariantCulture, $"{type}: {total} bytes\n{list}"));
    }
}
