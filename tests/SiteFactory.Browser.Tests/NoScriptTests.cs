using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>A page is complete without JavaScript; scripts only improve it.</summary>
[Collection(BrowserTests.Name)]
public sealed class NoScriptTests(Sites sites)
{
    [Fact]
    public async Task The_menu_opens()
    {
        await using var visitor = await ComeAsync();
        await visitor.GoAsync("/");
        var section = visitor.Page.Locator(".menu__item > details").First;
        await section.Locator("summary").ClickAsync();
        await Expect(section.Locator(".menu__panel a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_search_page_lists_the_site()
    {
        await using var visitor = await ComeAsync();
        await visitor.GoAsync("/");
        var field = visitor.Page.Locator("#recherche");
        await field.FillAsync("poubelles");
        await field.PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync(sites.Url("/recherche/?q=poubelles"));
        var links = visitor.Page.Locator(".fallback .sitemap a");
        await Expect(links.First).ToBeVisibleAsync();
        Assert.True(await links.CountAsync() > 25);
    }

    [Fact]
    public async Task The_town_halls_hours_are_a_table()
    {
        await using var visitor = await ComeAsync();
        await visitor.GoAsync("/contact/");
        await Expect(visitor.Page.Locator(".hours__week").First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".hours__week").First.Locator("tr")).ToHaveCountAsync(7);
    }

    [Theory]
    [InlineData("/actualites/", "main a[href^='/actualites/']")]
    [InlineData("/agenda/", "main a[href^='/agenda/']")]
    [InlineData("/annuaire/", "main a[href^='/annuaire/']")]
    [InlineData("/documents/", "main a[href^='/documents/']")]
    [InlineData("/carte/", "main a[href^='/annuaire/']")]
    public async Task Lists_are_there(string path, string links)
    {
        await using var visitor = await ComeAsync();
        await visitor.GoAsync(path);
        await Expect(visitor.Page.Locator(links).First).ToBeVisibleAsync();
    }

    private Task<Visitor> ComeAsync()
    {
        var options = Visitor.Desk();
        options.JavaScriptEnabled = false;
        return Visitor.ComeAsync(sites, options);
    }
}
