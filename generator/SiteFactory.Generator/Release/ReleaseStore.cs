using System.Globalization;
using SiteFactory.Content.Fingerprints;

namespace SiteFactory.Generator.Release;

/// <summary>
/// The releases of one site. <c>public/&lt;domain&gt;</c> is a symbolic link to <c>.releases/&lt;domain&gt;/&lt;id&gt;</c>; a
/// release counts once its manifest <c>&lt;id&gt;.plan</c> stands beside it, and is served once the link names it.
/// </summary>
public sealed class ReleaseStore(string outputFolder, string domain)
{
    /// <summary>Releases kept for rollback besides the one that is served.</summary>
    public const int Kept = 4;

    private readonly string _folder = Path.Combine(outputFolder, ".releases", domain);
    private readonly string _link = Path.Combine(outputFolder, domain);
    private readonly KeptAssets _kept = new(outputFolder, domain);

    /// <summary>The release that is served, or null.</summary>
    public string? Current =>
        new FileInfo(_link).LinkTarget is { } target && Path.GetFileName(target) is { Length: > 0 } id && File.Exists(ManifestOf(id))
            ? id
            : null;

    /// <summary>Complete releases, oldest first.</summary>
    public IReadOnlyList<string> All =>
        Directory.Exists(_folder)
            ? [.. Directory.EnumerateFiles(_folder, "*.plan").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(id => Directory.Exists(FolderOf(id))).Order(StringComparer.Ordinal)]
            : [];

    public string FolderOf(string id) => Path.Combine(_folder, id);

    public string ManifestOf(string id) => Path.Combine(_folder, id + ".plan");

    /// <summary>
    /// An empty folder for the next release. What a killed run left unfinished is removed first.
    /// </summary>
    public string Begin(Fingerprint plan)
    {
        Directory.CreateDirectory(_folder);
        RemoveUnfinished();
        var last = All.Select(Number).DefaultIfEmpty(0).Max();
        var id = (last + 1).ToString("D6", CultureInfo.InvariantCulture) + "-" + plan.Short;
        Directory.CreateDirectory(FolderOf(id));
        return id;
    }

    /// <summary>What a server must know of the release.</summary>
    public string CardFileOf(string id) => Path.Combine(_folder, id + ".card.json");

    /// <summary>Puts the card down, and the manifest under a name that does not count yet.</summary>
    public void Prepare(string id, ReadOnlySpan<byte> manifest, ReleaseCard card)
    {
        File.WriteAllBytes(CardFileOf(id), card.ToBytes());
        File.WriteAllBytes(ManifestOf(id) + ".tmp", manifest);
    }

    /// <summary>Whether the release that is served has this card.</summary>
    public bool Serves(ReleaseCard card) =>
        Current is { } id && File.Exists(CardFileOf(id)) && File.ReadAllBytes(CardFileOf(id)).AsSpan().SequenceEqual(card.ToBytes());

    /// <summary>Replaces a complete release's card in one step.</summary>
    public void SaveCard(string id, ReleaseCard card)
    {
        var path = CardFileOf(id);
        File.WriteAllBytes(path + ".tmp", card.ToBytes());
        Posix.Rename(path + ".tmp", path);
    }

    /// <summary>Declares the release complete. Call when its files and its prepared manifest are on disk.</summary>
    public void Complete(string id) => Posix.Rename(ManifestOf(id) + ".tmp", ManifestOf(id));

    /// <summary>Removes a release that is not wanted after all.</summary>
    public void Abandon(string id) => Directory.Delete(FolderOf(id), recursive: true);

    /// <summary>
    /// Serves the release from now on: one rename, so that a reader sees the old tree or the new one. The assets of the release
    /// that leaves stay within reach.
    /// </summary>
    public void Switch(string id)
    {
        if (Current is { } leaving && leaving != id)
            _kept.Keep(FolderOf(leaving));
        var temporary = Path.Combine(outputFolder, ".releases", domain, "next");
        File.Delete(temporary);
        Posix.Symlink(Path.Combine(".releases", domain, id), temporary);
        Posix.Rename(temporary, _link);
    }

    /// <summary>
    /// Serves the release before the current one; null when there is none. Waits while a build is at work in the output folder.
    /// </summary>
    public string? Rollback()
    {
        using var turn = OutputLock.Take(outputFolder);
        var current = Current;
        var previous = All.LastOrDefault(id => current is not null && string.CompareOrdinal(id, current) < 0 && SiteOf(id) == SiteOf(current));
        if (previous is null)
            return null;
        Switch(previous);
        Posix.SyncFolder(outputFolder);
        return previous;
    }

    /// <summary>Removes the oldest releases over <see cref="Kept"/>; never the one that is served.</summary>
    public void Prune()
    {
        var current = Current;
        foreach (var id in All.Where(id => id != current).Reverse().Skip(Kept))
            Remove(id);
        _kept.Bound();
    }

    // A domain may have been another site's before.
    private string? SiteOf(string id) => ReleaseCard.TryRead(CardFileOf(id))?.Key;

    private void RemoveUnfinished()
    {
        foreach (var folder in Directory.EnumerateDirectories(_folder))
        {
            if (!File.Exists(folder + ".plan"))
                Directory.Delete(folder, recursive: true);
        }
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var name = Path.GetFileName(file);
            if (!Directory.Exists(FolderOf(name[..Math.Max(0, name.IndexOf('.'))])) || name.EndsWith(".tmp", StringComparison.Ordinal))
                File.Delete(file);
        }
    }

    private void Remove(string id)
    {
        File.Delete(ManifestOf(id));
        File.Delete(CardFileOf(id));
        Directory.Delete(FolderOf(id), recursive: true);
    }

    private static int Number(string id) =>
        int.TryParse(id.AsSpan(0, Math.Min(6, id.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
