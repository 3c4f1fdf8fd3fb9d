using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Cms.Tests.Library;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Pictures are sent, described and put into a page.</summary>
public sealed class LibraryTests(BackOffice office) : IClassFixture<BackOffice>
{
    [Fact]
    public async Task A_picture_is_sent_described_and_shown_in_a_page()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.GoAsync("/s/vany/phototheque");
        await editor.Page.SetInputFilesAsync("#fichiers", new FilePayload { Name = "Lavoir.png", MimeType = "image/png", Buffer = SampleFiles.Png(64, 48) });
        await editor.Page.FillAsync("[id='Said_0__Alt']", "Le lavoir restauré");
        await editor.Page.Locator("main button[type=submit]").ClickAsync();
        await editor.OpenAsync($"/s/vany/pages/{SampleTerritory.VanyPage}");
        await editor.Text.FocusAsync();
        await Editor.SelectAsync(editor.Page, "Control+End");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Locator("[data-tool=image]").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "lavoir.png" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Insérer" }).ClickAsync();
        await Assertions.Expect(editor.Text.Locator("img[src*='vignettes']")).ToHaveJSPropertyAsync("naturalWidth", 64);
        await editor.SaveAsync();
        Assert.True(await office.Host.InDatabaseAsync(d => d.Items.AnyAsync(i => i.DraftText != null && i.DraftText.Contains("(media/lavoir.png)"))));
        editor.AssertClean();
    }

    [Fact]
    public async Task The_point_that_stays_visible_is_clicked_or_set_by_keyboard()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.GoAsync("/s/vany/phototheque");
        await editor.Page.SetInputFilesAsync("#fichiers", new FilePayload { Name = "Place.png", MimeType = "image/png", Buffer = SampleFiles.Png(200, 100) });
        await editor.Page.Locator("[id='Said_0__Alt']").WaitForAsync();
        var id = new Uri(editor.Page.Url).Query.Split('=')[1];
        await editor.GoAsync($"/s/vany/phototheque/{id}");
        await editor.Page.Locator(".focus-stage img").ClickAsync(new() { Position = new() { X = 20, Y = 20 } });
        await editor.Page.FocusAsync("#FocusX");
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        await editor.Page.FillAsync("#Alt", "La place");
        await editor.SaveAsync();
        var file = await office.Host.InDatabaseAsync(d => d.Media.SingleAsync(m => m.Id == Guid.Parse(id)));
        Assert.True(file.FocusX is > 0 and < 0.5);
        editor.AssertClean();
    }

    [Fact]
    public async Task What_is_refused_is_told_beside_the_file()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.GoAsync("/s/vany/phototheque");
        await editor.Page.SetInputFilesAsync("#fichiers", new FilePayload { Name = "page.png", MimeType = "image/png", Buffer = "<script>alert(1)</script>"u8.ToArray() });
        await Assertions.Expect(editor.Page.Locator(".upload-refused")).ToContainTextAsync("Sont acceptés");
    }
}
