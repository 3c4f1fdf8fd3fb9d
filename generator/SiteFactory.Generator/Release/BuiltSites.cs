using NodaTime;

namespace SiteFactory.Generator.Release;

/// <summary>A site as it stands on disk now.</summary>
/// <param name="Folder">The release that is served, the symbolic link resolved: its files do not change.</param>
/// <param name="BuiltAt">When the release was completed.</param>
public sealed record BuiltSite(ReleaseCard Card, string Folder, Instant BuiltAt);

/// <summary>The sites of an output folder. Reads the disk at each call: a rebuild is seen at once.</summary>
public sealed class BuiltSites(string outputFolder)
{
    /// <summary>Every site, the métropole first, then by name's order of keys.</summary>
    public IReadOnlyList<BuiltSite> All() =>
        Directory.Exists(outputFolder)
            ? [.. Directory.EnumerateFileSystemEntries(outputFolder).Select(Read).OfType<BuiltSite>()
                .OrderBy(s => !s.Card.IsMetropole).ThenBy(s => s.Card.Key, StringComparer.Ordinal)]
            : [];

    /// <summary>The site of that domain; null when it is not built.</summary>
    public BuiltSite? ByDomain(string domain) =>
        domain.Contains('/', StringComparison.Ordinal) || domain.StartsWith('.') ? null : Read(Path.Combine(outputFolder, domain));

    private static BuiltSite? Read(string link)
    {
        if (new FileInfo(link).LinkTarget is not { } target)
            return null;
        var folder = Path.GetFullPath(target, Path.GetDirectoryName(Path.GetFullPath(link))!);
        var cardPath = folder + ".card.json";
        return ReleaseCard.TryRead(cardPath) is { } card
            ? new(card, folder, Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(cardPath)))
            : null;
    }
}
