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

    /// <summary>
    /// The same for a site that shows other origins in frames, the portals whose forms its pages show on a click, and whose forms may also be sent to other
    /// origins, where a request is followed. Nothing else changes.
    /// </summary>
    /// <param name="frameSources">Origins.</param>
    /// <param name="formTargets">Origins.</param>
    public static string PageFor(IEnumerable<string> frameSources, IEnumerable<string> formTargets) =>
        With(Page, string.Concat(frameSources.Select(s => " " + s)), string.Concat(formTargets.Select(t => " " + t)));

    /// <summary>A policy with a site's own sources; one that has no such place stays as it is.</summary>
    /// <param name="frames">Origins, a space before each, or what a server puts in their place.</param>
    /// <param name="forms">The same for forms.</param>
    public static string With(string policy, string frames, string forms) =>
        policy.Replace(FramesAndForms, $"{frames}{FramesAndForms}{forms}", StringComparison.Ordinal);

    // Frames end before it, forms after it.
    private const string FramesAndForms = "; form-action 'self'";

    /// <summary>A drawing opened by itself: no script, nothing from elsewhere, an origin of its own.</summary>
    public const string Drawing = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
}
