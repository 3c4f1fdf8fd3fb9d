using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>Somebody with a browser of their own, who notes what no visitor should ever meet.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    /// <summary>What Playwright says of its own doing.</summary>
    private const string Own = "blocked by Playwright";

    private readonly List<string> _faults = [];
    private readonly IBrowserContext _context;
    private readonly Func<string, string> _url;
    private bool _expectsFailures;

    private Visitor(IBrowserContext context, IPage page, Func<string, string> url)
    {
        _context = context;
        _url = url;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !message.Text.Contains(Own, StringComparison.Ordinal), $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Request += (_, request) => Note(!IsOurs(request.Url), $"another host: {request.Url}");
        page.RequestFailed += (_, request) => Note(request.Failure != "net::ERR_ABORTED", $"failed: {request.Url} {request.Failure}");
    }

    public IPage Page { get; }

    /// <summary>What was noted so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static async Task<Visitor> ComeAsync(Sites sites, BrowserNewContextOptions? options = null, string site = Sites.Commune) =>
        await ComeAsync(sites, path => sites.Url(path, site), options);

    public static async Task<Visitor> ComeAsync(Sites sites, Func<string, string> url, BrowserNewContextOptions? options = null)
    {
        var context = await sites.Browser.NewContextAsync(options ?? Desk());
        Chromium.SetPatience(context, 20_000);
        return new(context, await context.NewPageAsync(), url);
    }

    /// <summary>A desk's screen, without what is kept from an earlier visit.</summary>
    public static BrowserNewContextOptions Desk() => new()
    {
        Locale = "fr-FR",
        ViewportSize = new() { Width = 1280, Height = 900 },
        ServiceWorkers = ServiceWorkerPolicy.Block,
    };

    /// <summary>A small telephone, held upright.</summary>
    public static BrowserNewContextOptions Phone() => new()
    {
        Locale = "fr-FR",
        ViewportSize = new() { Width = 360, Height = 740 },
        IsMobile = true,
        HasTouch = true,
        DeviceScaleFactor = 2,
        ServiceWorkers = ServiceWorkerPolicy.Block,
    };

    public async Task<IResponse?> GoAsync(string path) => await Page.GotoAsync(_url(path));

    /// <summary>From now on requests may fail: there is no network.</summary>
    public void ExpectFailures() => _expectsFailures = true;

    /// <summary>No console error, no violated policy, no request to another host, nothing that did not load.</summary>
    public void AssertClean()
    {
        if (_faults.Count > 0)
            Assert.Fail(string.Join('\n', _faults));
    }

    /// <summary>What has the focus: its words, address or name.</summary>
    public async Task<string> FocusAsync() => await Page.EvaluateAsync<string>(
        "() => { const e = document.activeElement; return e.getAttribute('href') ?? e.id ?? e.textContent.trim(); }");

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static bool IsOurs(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal)
        || new Uri(url).Host.EndsWith(".localhost", StringComparison.Ordinal);

    private void Note(bool isFault, string text)
    {
        if (isFault && !_expectsFailures)
            _faults.Add(text);
    }
}
