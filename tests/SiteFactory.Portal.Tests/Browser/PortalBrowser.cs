using SiteFactory.Browser.Tests;
using Microsoft.Playwright;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Browser;

/// <summary>Chromium and a portal, shared by the walks.</summary>
public sealed class PortalBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal PortalHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Tiles of our own: tests ask no other server.
        Host = await PortalHost.StartAsync(o => o.TileUrl = "/_portail/tuile/icon-192.png?z={z}&x={x}&y={y}");
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Somebody with a telephone.</summary>
    internal async Task<IPage> PhoneAsync(bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            Locale = "fr-FR",
            ViewportSize = new() { Width = 390, Height = 844 },
            IsMobile = true,
            HasTouch = true,
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
        });
        Chromium.SetPatience(context, 20_000);
        return await context.NewPageAsync();
    }

    /// <summary>axe finds nothing, and nothing is wider than the screen.</summary>
    internal static async Task CheckAsync(IPage page)
    {
        var result = await Axe.CheckAsync(page);
        if (result.Violations.Length > 0)
            Assert.Fail(string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url}: {v.Id} ({v.Help}): {n.Html}"))));
        Assert.NotEmpty(result.Passes);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), page.Url + " is wider than the screen");
    }
}
