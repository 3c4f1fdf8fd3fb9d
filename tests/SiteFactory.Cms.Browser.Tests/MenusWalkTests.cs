using Microsoft.Playwright;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>The menus of a week, from sign-in to the live static page.</summary>
public sealed class MenusWalkTests(BackOffice office) : IClassFixture<BackOffice>
{
    [Fact]
    public async Task The_menus_of_a_week_are_typed_and_the_site_shows_them()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.GoAsync("/s/vany/");
        await editor.Page.Locator(".task", new() { HasText = "menus de la cantine" }).ClickAsync();
        var starter = editor.Page.Locator("#Week_Days_0__Cells_0_");
        await starter.FillAsync("Velouté de potiron");
        await editor.Page.Locator("[data-mark='bio']").ClickAsync();
        await editor.Page.Locator("[data-mark='lait']").ClickAsync();
        await Assertions.Expect(starter).ToHaveValueAsync("Velouté de potiron (bio, lait)");
        await editor.PressAsync("Save");
        await Assertions.Expect(editor.Page.Locator(".message-done").First).ToBeVisibleAsync();
        await editor.SeeLiveAsync("/quotidien/", "Velouté de potiron");
        await Assertions.Expect(editor.Page.GetByText("Allergènes : lait").First).ToBeVisibleAsync();
        editor.AssertClean();
    }
}
