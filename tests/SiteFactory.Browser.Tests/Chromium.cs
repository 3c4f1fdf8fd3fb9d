using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>The system's Chromium, as every browser test drives it.</summary>
internal static class Chromium
{
    // The one without windows first: a window that nobody sees costs more than the page in it.
    private static readonly string[] Known = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Starts it. Its absence fails the tests, for a skipped test promises nothing.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });

    /// <summary>Waits as long for what a page shall show as for the page itself.</summary>
    public static void SetPatience(IBrowserContext context, float milliseconds)
    {
        context.SetDefaultTimeout(milliseconds);
        Assertions.SetDefaultExpectTimeout(milliseconds);
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named ? named
        : Array.Find(Known, File.Exists)
        ?? throw new InvalidOperationException("Chromium is missing: install it (apt-get install chromium), or name its program in CHROMIUM_PATH.");
}
