using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Assembly;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>What reading a content folder gave.</summary>
/// <param name="Snapshot">
/// Every site and item that could be read, also those with faults; null when <c>territory.yaml</c> cannot be used.
/// No two items in it have the same id, and no two of a site the same address.
/// </param>
/// <param name="Faults">All of them, ordered by file and line.</param>
public sealed record LoadResult(TerritorySnapshot? Snapshot, ImmutableArray<Fault> Faults)
{
    /// <summary>The sites that must not be published: those with at least one error.</summary>
    public IReadOnlySet<string> BrokenSites =>
        Faults.Where(f => f is { Severity: FaultSeverity.Error, Site: not null }).Select(f => f.Site!).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the next reading can take over.</summary>
    internal FolderState? State { get; init; }
}
