using Microsoft.Playwright;
using SiteFactory.Browser.Tests;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Somebody signed in with a browser, who notes what should never happen.</summary>
internal sealed class Editor : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private readonly IBrowserContext _context;
    private readonly BackOffice _office;

    private Editor(IBrowserContext context, IPage page, BackOffice office)
    {
        (_context, _office, Page) = (context, office, page);
        page.Console += (_, message) => Note(message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal), $"console on {page.Url}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script on {page.Url}: {error}");
        page.Dialog += async (_, dialog) =>
        {
            Note(dialog.Type != "beforeunload", $"dialog on {page.Url}: {dialog.Message}");
            await dialog.AcceptAsync();
        };
    }

    public IPage Page { get; }

    public ILocator Text => Page.Locator(".editor-text");

    /// <summary>Signed in: the first time by the form, then with the session that it gave.</summary>
    public static async Task<Editor> ComeAsync(BackOffice office, bool phone = false, bool scripts = true, ColorScheme scheme = ColorScheme.Light, string who = BackOffice.Administrator)
    {
        var context = await office.Browser.NewContextAsync(new()
        {
            BaseURL = office.Host.Address.ToString(),
            Locale = "fr-FR",
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            HasTouch = phone,
            IsMobile = phone,
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            StorageState = office.Sessions.GetValueOrDefault(who),
        });
        Chromium.SetPatience(context, 30_000);
        var editor = new Editor(context, await context.NewPageAsync(), office);
        if (!office.Sessions.ContainsKey(who))
            await editor.SignInAsync(who);
        return editor;
    }

    public async Task<IResponse?> GoAsync(string path) => await Page.GotoAsync(path);

    /// <summary>Opens an item's form and waits until its editor is there.</summary>
    public async Task OpenAsync(string path)
    {
        await GoAsync(path);
        await Page.Locator("[data-editor][data-ready]").WaitForAsync();
    }

    /// <summary>Opens a page of the built site once it shows the words: builds take a moment.</summary>
    public async Task SeeLiveAsync(string path, string words)
    {
        var url = _office.SiteUrl("vany", path);
        await Page.GotoAsync(url);
        for (var i = 0; i < 60 && !await Page.GetByText(words).First.IsVisibleAsync(); i++)
        {
            await Page.WaitForTimeoutAsync(500);
            await Page.GotoAsync(url);
        }
        await Assertions.Expect(Page.GetByText(words).First).ToBeVisibleAsync();
    }

    // The first button of a form is hidden: it is what Enter in a field presses.
    public Task PressAsync(string handler) => Page.Locator($"button[formaction*='handler={handler}']:not([aria-hidden])").First.ClickAsync();

    /// <summary>Presses keys that move the selection, and waits until the editor was told: a browser does that between two frames, faster than anybody types.</summary>
    public static async Task SelectAsync(IPage page, string keys)
    {
        await page.Keyboard.PressAsync(keys);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    public async Task SaveAsync()
    {
        await PressAsync("Save");
        await Assertions.Expect(Page.Locator(".message-done").First).ToBeVisibleAsync();
    }

    public void AssertClean() => Assert.Empty(_faults);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private async Task SignInAsync(string who)
    {
        await GoAsync("/connexion");
        await Page.FillAsync("#Email", who + "@example.org");
        await Page.FillAsync("#Password", CmsHost.Password);
        await Page.Locator("main button[type=submit]").First.ClickAsync();
        await Assertions.Expect(Page.Locator(".topbar-account")).ToBeVisibleAsync();
        _office.Sessions[who] = await _context.StorageStateAsync();
    }

    private void Note(bool isFault, string text)
    {
        if (isFault)
            _faults.Add(text);
    }
}
