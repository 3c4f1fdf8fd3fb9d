using Microsoft.Playwright;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>One task, done with what is seen: the words of the screen, and nothing else.</summary>
internal sealed class Walk : IAsyncDisposable
{
    private readonly Editor _editor;
    private readonly BackOffice _office;

    private Walk(Editor editor, BackOffice office, bool phone) => (_editor, _office, Device) = (editor, office, phone ? "depuis un téléphone" : "depuis un bureau");

    public IPage Page => _editor.Page;

    /// <summary>Tells one device's texts from the other's.</summary>
    public string Device { get; }

    /// <summary>At the home page of the only site that the secretary has, or at a task of it.</summary>
    public static async Task<Walk> StartAsync(BackOffice office, bool phone, string? task = null)
    {
        var walk = new Walk(await Editor.ComeAsync(office, phone, who: BackOffice.Secretary), office, phone);
        await walk._editor.GoAsync("/");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Name = "Que voulez-vous faire ?" })).ToBeVisibleAsync();
        if (task is not null)
            await walk.Page.GetByRole(AriaRole.Link, new() { Name = task }).ClickAsync();
        return walk;
    }

    public Task FillAsync(string label, string value) => Field(label).FillAsync(value);

    public Task ChooseAsync(string label, string option) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Adds words at the end of the text.</summary>
    public async Task WriteAsync(string words)
    {
        await Page.Locator("[data-editor][data-ready]").WaitForAsync();
        await _editor.Text.FocusAsync();
        await Editor.SelectAsync(Page, "Control+End");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.InsertTextAsync(words);
    }

    /// <summary>Presses a button that is in sight without scrolling: it lies over the form's end.</summary>
    public async Task PublishAsync(string where)
    {
        var button = Page.GetByRole(AriaRole.Button, new() { Name = "Publier" }).First;
        await Assertions.Expect(button).ToBeInViewportAsync(new() { Ratio = 1 });
        await button.ClickAsync();
        await LiveAsync(where);
    }

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <summary>It is said what was done and where it will be seen, and then that the site is live.</summary>
    public async Task LiveAsync(string where)
    {
        await Assertions.Expect(Page.Locator(".message-done", new() { HasText = where }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator(".message-done .progress-text")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Opens the page that "Voir en ligne" names, and returns its path.</summary>
    public async Task<string> FollowLiveAsync()
    {
        var named = new Uri((await Page.GetByRole(AriaRole.Link, new() { Name = "Voir en ligne" }).GetAttributeAsync("href"))!);
        await OpenLiveAsync(named.AbsolutePath);
        return named.AbsolutePath;
    }

    /// <summary>Opens a page of the static site.</summary>
    public async Task OpenLiveAsync(string path)
    {
        var answer = await Page.GotoAsync(_office.SiteUrl("vany", path));
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
    }

    public Task SeesAsync(string words) => Assertions.Expect(Page.GetByText(words).First).ToBeVisibleAsync();

    public async ValueTask DisposeAsync()
    {
        await _editor.DisposeAsync();
        _editor.AssertClean();
    }

    // What must be filled says so.
    private ILocator Field(string label) => Exactly(label).Or(Exactly(label + " (obligatoire)"));

    private ILocator Exactly(string label) => Page.GetByLabel(label, new() { Exact = true });
}
