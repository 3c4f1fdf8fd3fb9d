using Microsoft.Playwright;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>From sign-in to the live static page, as a webmaster goes, on a desk and on a telephone.</summary>
public sealed class WalkTests(BackOffice office) : IClassFixture<BackOffice>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_is_changed_and_the_site_shows_it(bool phone)
    {
        await using var editor = await Editor.ComeAsync(office, phone);
        await editor.GoAsync("/s/vany/");
        await editor.Page.Locator(".task", new() { HasText = "Modifier une page" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Le conseil municipal" }).First.ClickAsync();
        await editor.Page.Locator("[data-editor][data-ready]").WaitForAsync();
        var words = phone ? "Écrit depuis un téléphone." : "Écrit depuis un bureau.";
        await editor.Text.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Control+End");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Keyboard.TypeAsync(words);
        await editor.PressAsync("Publish");
        await Assertions.Expect(editor.Page.Locator(".message-done").First).ToBeVisibleAsync();
        await editor.SeeLiveAsync("/vie-municipale/conseil/", words);
        editor.AssertClean();
    }
}
