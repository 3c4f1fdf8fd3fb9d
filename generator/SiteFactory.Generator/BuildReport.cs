using System.Collections.Immutable;
using SiteFactory.Content.Faults;

namespace SiteFactory.Generator;

/// <summary>What became of a site.</summary>
public enum SiteOutcome
{
    /// <summary>A new release is served.</summary>
    Built,

    /// <summary>The served release already was what the content asks for.</summary>
    Unchanged,

    /// <summary>Its content has errors, or its build failed: the old release stays.</summary>
    Refused,
}

/// <summary>One site's part of a build.</summary>
/// <param name="Pages">HTML pages of the site.</param>
/// <param name="Files">All files, without their precompressed forms.</param>
/// <param name="Rendered">Files made anew.</param>
/// <param name="Reused">Files kept from the release before.</param>
/// <param name="Release">The release's id; null when nothing was released.</param>
public sealed record SiteReport(
    string Key,
    string Name,
    string Domain,
    SiteOutcome Outcome,
    int Pages,
    int Files,
    int Rendered,
    int Reused,
    long Bytes,
    string? Release);

/// <summary>What a build did.</summary>
/// <param name="Faults">Everything that is wrong in the content, sites in order.</param>
/// <param name="Elapsed">From the first file read to the last site switched.</param>
public sealed record BuildReport(
    ImmutableArray<SiteReport> Sites,
    ImmutableArray<Fault> Faults,
    TimeSpan Elapsed)
{
    /// <summary>What is wrong with one site, and what is wrong with the whole territory.</summary>
    public IEnumerable<Fault> FaultsOf(string siteKey) => Faults.Where(f => f.Site == siteKey || f.Site is null);

    /// <summary>Whether every site asked for is served as its content says.</summary>
    public bool Succeeded => Sites.All(s => s.Outcome != SiteOutcome.Refused) && Faults.All(f => f.Severity != FaultSeverity.Error);
}
