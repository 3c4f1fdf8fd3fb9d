using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>Search as people type it.</summary>
[Collection(BrowserTests.Name)]
public sealed class SearchTests(Sites sites)
{
    [Theory]
    [InlineData("dechetterie", "decheterie")]
    [InlineData("déchèterie", "decheterie")]
    [InlineData("déchèteries", "decheterie")]
    [InlineData("dechet", "/dechets/")]
    [InlineData("dechettrie", "decheterie")]
    [InlineData("poubelles", "/dechets/")]
    [InlineData("poubelle", "/dechets/")]
    [InlineData("ramassage des poubelles", "/dechets/")]
    [InlineData("compo", "/dechets/compost/")]
    [InlineData("voeux du maire", "/agenda/voeux-du-maire/")]
    [InlineData("vœux", "/agenda/voeux-du-maire/")]
    public async Task The_right_page_is_among_the_first_three(string words, string expected)
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/recherche/?q=" + Uri.EscapeDataString(words));
        var results = visitor.Page.Locator("[data-search-results] > li a");
        await Expect(results.First).ToBeVisibleAsync();
        var first = (await results.AllAsync()).Take(3).Select(async r => await r.GetAttributeAsync("href") ?? "");
        Assert.Contains(await Task.WhenAll(first), h => h.Contains(expected, StringComparison.Ordinal));
        visitor.AssertClean();
    }

    [Fact]
    public async Task Results_come_while_one_types_are_announced_and_walked_through_with_arrows()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/recherche/");
        var field = visitor.Page.Locator("#q");
        await field.PressSequentiallyAsync("cantine");
        var results = visitor.Page.Locator("[data-search-results] > li a");
        await Expect(results.First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("[role=status][data-search-status]")).Not.ToBeEmptyAsync();
        await field.PressAsync("ArrowDown");
        await Expect(results.First).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(field).ToBeFocusedAsync();
        await Expect(visitor.Page.Locator("[data-search-results] mark").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_the_home_page_to_a_page_with_the_keyboard_alone()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/");
        await visitor.Page.Locator("#recherche").PressSequentiallyAsync("poubelles");
        await visitor.Page.Keyboard.PressAsync("Enter");
        var result = visitor.Page.Locator("[data-search-results] > li a").First;
        await Expect(result).ToBeVisibleAsync();
        var target = await result.GetAttributeAsync("href");
        await visitor.Page.Locator("#q").PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync(sites.Url(target!));
        visitor.AssertClean();
    }

    [Fact]
    public async Task Words_without_a_page_are_answered_too()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/recherche/?q=xyzxyzxyz");
        await Expect(visitor.Page.Locator("[data-search-status]")).Not.ToBeEmptyAsync();
        await Expect(visitor.Page.Locator("[data-search-results] > li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Kinds_narrow_the_results()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/recherche/?q=marché");
        await Expect(visitor.Page.Locator("[data-search-results] > li a").First).ToBeVisibleAsync();
        await visitor.Page.Locator("input[name=kind][value=event]").CheckAsync();
        await Expect(visitor.Page.Locator("[data-search-results] > li a:not([href^='/agenda/'])")).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator("[data-search-results] > li a").First).ToBeVisibleAsync();
    }
}
