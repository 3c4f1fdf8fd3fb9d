using System.Collections.Immutable;
using NodaTime;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;
using SiteFactory.Generator.Load.Portals;

namespace SiteFactory.Generator;

/// <summary>What to build, from where to where, and as of when.</summary>
public sealed record BuildOptions
{
    /// <summary>The content folder; empty when the host gives the generator its content.</summary>
    public string Content { get; init; } = "";

    /// <summary>The folder that gets <c>&lt;domain&gt;</c> links, <c>.releases</c> and caches.</summary>
    public required string Output { get; init; }

    /// <summary>"Now" for what is visible, upcoming or expired.</summary>
    public required Instant At { get; init; }

    /// <summary>Site keys; empty: all.</summary>
    public ImmutableArray<string> Sites { get; init; } = [];

    public bool Search { get; init; } = true;

    public bool Precompress { get; init; } = true;

    public bool Pictures { get; init; } = true;

    /// <summary>Whether portals are asked what they offer.</summary>
    public PortalMode Portals { get; init; } = PortalMode.Offline;

    /// <summary>The folder of recorded catalogues and last good copies; null: <c>.cache/catalogues</c> of the output.</summary>
    public string? Catalogues { get; init; }

    /// <summary>Where catalogues are kept when it is not a folder; null: <see cref="Catalogues"/>.</summary>
    public ICatalogueStore? CatalogueStore { get; init; }

    /// <summary>How long an answer of a portal holds.</summary>
    public Duration PortalInterval { get; init; } = Duration.FromMinutes(30);

    /// <summary>What asking a portal may cost.</summary>
    public PortalLimits PortalLimits { get; init; } = PortalLimits.Default;

    /// <summary>Gives the key that signs questions to a portal, a setting of the machine; null for none.</summary>
    public Func<string, string?> PortalKey { get; init; } = static _ => null;

    /// <summary>
    /// Publishes pictures in AVIF too where it pays. It takes the longest of all formats to make: a site that shall stand soon is built
    /// without first, which its card tells (<see cref="Release.ReleaseCard.Provisional"/>), and then with it.
    /// </summary>
    public bool Avif { get; init; } = true;

    /// <summary>
    /// An update returns once the pages are served; the search over the whole territory follows with
    /// <see cref="SiteGenerator.CatchUp"/>, which the host then has to call.
    /// </summary>
    public bool CatchUpLater { get; init; }

    /// <summary>
    /// The generator builds one time only: what a next build could use is let go of site by site, so that a large territory takes little more
    /// memory than a small one.
    /// </summary>
    public bool Once { get; init; }

    /// <summary>
    /// Plans are kept for the next build at the same moment. A host whose builds each have a moment of their own, and can therefore never use
    /// them again, sets this to false: a third of what the generator keeps.
    /// </summary>
    public bool KeepsPlans { get; init; } = true;

    /// <summary>Render everything anew, whatever the release before holds.</summary>
    public bool Clean { get; init; }
}

/// <summary>How far a build is.</summary>
/// <param name="Done">Files written or kept.</param>
/// <param name="Total">Files planned so far; 0 while the content is read.</param>
public readonly record struct BuildProgress(int Done, int Total);
