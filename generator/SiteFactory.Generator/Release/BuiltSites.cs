using NodaTime;

namespace SiteFactory.Generator.Release;

/// <summary>A site as it stands on disk now.</summary>
/// <param name="Folder">The release that is served, the symbolic link resolved: its files do not change.</param>
/// <param name="BuiltAt">When the release was completed.</param>
public sealed record BuiltSite(ReleaseCard Card, string Folder, Instant BuiltAt)
{
    /// <summary>Where assets of past releases are, for paths that <see cref="KeptAssets.Covers"/>; null: nowhere.</summary>
    public string? Kept { get; init; }

    /// <summary>The file that answers a path; null when there is none.</summary>
    public SiteFile? Find(string path) =>
        SiteFiles.Find(Folder, path) ?? (Kept is not null && KeptAssets.Covers(path) ? SiteFiles.Find(Kept, path) : null);
}

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

    /// <summary>The domain that the site of an old domain has now; null when no site had it.</summary>
    public string? MovedFrom(string domain) => MovedDomains.Of(outputFolder, All().Select(s => s.Card)).GetValueOrDefault(domain);

    private static BuiltSite? Read(string link)
    {
        if (new FileInfo(link).LinkTarget is not { } target)
            return null;
        var folder = Path.GetFullPath(target, Path.GetDirectoryName(Path.GetFullPath(link))!);
        var cardPath = folder + ".card.json";
        return ReleaseCard.TryRead(cardPath) is { } card
            ? new(card, folder, Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(cardPath))) { Kept = KeptAssets.FolderOf(Path.GetDirectoryName(Path.GetFullPath(link))!, Path.GetFileName(link)) }
            : null;
    }
}
