using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>The menu of a small screen, with and without JavaScript.</summary>
[Collection(BrowserTests.Name)]
public sealed class PhoneTests(Sites sites)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_menu_opens_on_request_and_leads_to_a_page(bool scripts)
    {
        var phone = Visitor.Phone();
        phone.JavaScriptEnabled = scripts;
        await using var visitor = await Visitor.ComeAsync(sites, phone);
        await visitor.GoAsync("/");
        var menu = visitor.Page.Locator(".menu");
        await Expect(menu).ToBeHiddenAsync();
        await visitor.Page.Locator(".burger > summary").TapAsync();
        await Expect(menu).ToBeVisibleAsync();
        var section = menu.Locator("details").First;
        await section.Locator("summary").TapAsync();
        var link = section.Locator(".menu__columns a").First;
        var target = await link.GetAttributeAsync("href");
        await link.TapAsync();
        await Expect(visitor.Page).ToHaveURLAsync(sites.Url(target!));
        await Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_menu_closes_again()
    {
        await using var visitor = await Visitor.ComeAsync(sites, Visitor.Phone());
        await visitor.GoAsync("/");
        var burger = visitor.Page.Locator(".burger > summary");
        await burger.TapAsync();
        await burger.TapAsync();
        await Expect(visitor.Page.Locator(".menu")).ToBeHiddenAsync();
    }
}
