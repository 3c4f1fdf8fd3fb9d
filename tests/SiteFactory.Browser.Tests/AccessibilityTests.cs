using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>axe finds nothing on any page type, in light and dark, on a desk and on a telephone.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Sites sites)
{
    [Theory]
    [MemberData(nameof(Sites.Pages), MemberType = typeof(Sites))]
    public async Task On_a_desk_in_light(string type, string path) => AssertNone(type, (await sites.Visits.OnDeskAsync(path)).Axe);

    [Theory]
    [MemberData(nameof(Sites.Pages), MemberType = typeof(Sites))]
    public async Task On_a_telephone_in_dark(string type, string path) => AssertNone(type, (await sites.Visits.OnPhoneAsync(path)).Axe);

    [Fact]
    public async Task The_metropoles_home_in_dark()
    {
        var options = Visitor.Desk();
        options.ColorScheme = ColorScheme.Dark;
        await using var visitor = await Visitor.ComeAsync(sites, options, Sites.Metropole);
        await visitor.GoAsync("/");
        AssertNone("the métropole’s home", await Axe.CheckAsync(visitor.Page));
    }

    [Fact]
    public async Task The_search_page_with_results()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/recherche/?q=poubelles");
        await Assertions.Expect(visitor.Page.Locator("[data-search-results] > li").First).ToBeVisibleAsync();
        AssertNone("search", await Axe.CheckAsync(visitor.Page));
    }

    [Fact]
    public async Task The_open_menu()
    {
        await using var visitor = await Visitor.ComeAsync(sites, Visitor.Phone());
        await visitor.GoAsync("/");
        await visitor.Page.Locator(".burger > summary").TapAsync();
        await visitor.Page.Locator(".menu__item > details > summary").First.TapAsync();
        AssertNone("open menu", await Axe.CheckAsync(visitor.Page));
    }

    private static void AssertNone(string type, AxeResult result)
    {
        if (result.Violations.Length > 0)
            Assert.Fail(string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{type}: {v.Id} ({v.Help}): {n.Html}"))));
        Assert.NotEmpty(result.Passes);
    }
}
