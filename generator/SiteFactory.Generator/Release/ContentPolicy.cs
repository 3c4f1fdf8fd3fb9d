using SiteFactory.Widgets.Players;

namespace SiteFactory.Generator.Release;

/// <summary>What a citizen's browser may load and run (Content-Security-Policy).</summary>
public static class ContentPolicy
{
    /// <summary>
    /// A page: its own site's files; map tiles of the French geographic institute; and the players that an editor may embed,
    /// which load on a click. No inline script, no inline style, no plug-in, no frame around it.
    /// </summary>
    public static string Page { get; } =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https://data.geopf.fr; font-src 'self'; " +
        "connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; " +
        $"frame-src {string.Join(' ', PlayerHost.FrameSources(PlayerHost.Default))}; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The same for a site whose forms may also be sent to other origins: where a request is followed. Nothing else changes.</summary>
    public static string PageFor(IReadOnlyCollection<string> formTargets) => formTargets.Count == 0
        ? Page
        : Page.Replace(OwnForms, $"{OwnForms} {string.Join(' ', formTargets)}", StringComparison.Ordinal);

    /// <summary>What a site's own targets follow in <see cref="Page"/>.</summary>
    public const string OwnForms = "form-action 'self'";

    /// <summary>A drawing opened by itself: no script, nothing from elsewhere, an origin of its own.</summary>
    public const string Drawing = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
}
