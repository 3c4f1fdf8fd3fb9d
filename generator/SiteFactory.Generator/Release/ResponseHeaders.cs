using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiteFactory.Generator.Release;

/// <summary>A response header.</summary>
public sealed record Header(string Name, string Value);

/// <summary>The headers of a family of addresses.</summary>
/// <param name="Name">For configurations: lower case, letters and underscores.</param>
/// <param name="Pattern">On the path; the regular expressions of .NET, PCRE and RE2 read it alike. Null: every other path.</param>
public sealed record HeaderRule(string Name, string? Pattern, string CacheControl, string Policy, bool Open);

/// <summary>
/// The one place that says which headers a site answers with: <c>serve</c> uses it, and the nginx and Caddy configurations
/// are written from it, so that production gets what was tested.
/// </summary>
public static class ResponseHeaders
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";
    private const string ForADay = "public, max-age=86400";
    private const string ForFiveMinutes = "public, max-age=300";

    /// <summary>On every response.</summary>
    public static ImmutableArray<Header> Always { get; } =
    [
        new("Strict-Transport-Security", "max-age=31536000"),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()"),
    ];

    /// <summary>The first rule that fits decides; the last one fits all.</summary>
    public static ImmutableArray<HeaderRule> Rules { get; } =
    [
        new("kept_drawing", @"^/(assets|medias)/.*\.svg$", Forever, ContentPolicy.Drawing, Open: false),
        new("kept", "^/(assets|medias)/", Forever, ContentPolicy.Page, Open: false),
        new("drawing", @"\.svg$", ForADay, ContentPolicy.Drawing, Open: false),
        new("element", @"^/widgets/.*\.js$", ForFiveMinutes, ContentPolicy.Page, Open: true),
        new("icon", @"\.(ico|png)$", ForADay, ContentPolicy.Page, Open: false),
        new("alerts", @"^/alertes\.json$", AskEachTime, ContentPolicy.Page, Open: true),
        new("data", @"\.(ics|geojson|xml|json|csv)$", ForFiveMinutes, ContentPolicy.Page, Open: true),
        new("page", Pattern: null, AskEachTime, ContentPolicy.Page, Open: false),
    ];

    private static readonly ImmutableArray<Regex?> Patterns =
        [.. Rules.Select(r => r.Pattern is null ? null : new Regex(r.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))];

    /// <summary>The headers of the response at a path of a site that shows no portal in a frame and sends its forms nowhere else.</summary>
    public static IEnumerable<Header> For(string path) => For(path, [], []);

    /// <summary>The headers of the response at a path of a site.</summary>
    /// <param name="frameSources">Origins that the site's pages show in frames, besides those of players.</param>
    /// <param name="formTargets">Origins besides its own that the site's forms may be sent to.</param>
    public static IEnumerable<Header> For(string path, IReadOnlyCollection<string> frameSources, IReadOnlyCollection<string> formTargets)
    {
        var rule = RuleFor(path);
        yield return new("Cache-Control", rule.CacheControl);
        yield return new("Content-Security-Policy", rule.Policy == ContentPolicy.Page ? ContentPolicy.PageFor(frameSources, formTargets) : rule.Policy);
        if (rule.Open)
            yield return new("Access-Control-Allow-Origin", "*");
        foreach (var header in Always)
            yield return header;
    }

    private static HeaderRule RuleFor(string path)
    {
        for (var i = 0; i < Rules.Length - 1; i++)
        {
            if (Patterns[i]!.IsMatch(path))
                return Rules[i];
        }
        return Rules[^1];
    }
}
