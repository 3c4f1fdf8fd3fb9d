using System.Collections.Immutable;
using NodaTime;

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

    /// <summary>Render everything anew, whatever the release before holds.</summary>
    public bool Clean { get; init; }
}

/// <summary>How far a build is.</summary>
/// <param name="Done">Files written or kept.</param>
/// <param name="Total">Files planned so far; 0 while the content is read.</param>
public readonly record struct BuildProgress(int Done, int Total);
