using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>
/// axe with all its rules, in one run in the page itself: its other way makes a page of its own for each answer, and sends back what it
/// found right with every element.
/// </summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>What axe has against the page.</summary>
#pragma warning disable CS0618 // "Legacy" is axe's own axe.run(), which stays; a page without foreign frames needs nothing else.
    public static Task<AxeResult> CheckAsync(IPage page) => page.Locator("html").RunAxeLegacy(Options);
#pragma warning restore CS0618
}
