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

    /// <summary>A folder for the next release, empty or a spare tree. What a killed run left unfinished is removed first.</summary>
    /// <param name="spare">The name of a tree that was made ready; null for an empty folder.</param>
    /// <returns>The release's id, and whether its folder is the spare tree.</returns>
    public (string Id, bool IsSpare) Begin(Fingerprint plan, string? spare = null)
    {
        Directory.CreateDirectory(_folder);
        RemoveUnfinished(spare is null ? null : SpareFolder(spare));
        var last = All.Select(Number).DefaultIfEmpty(0).Max();
        var id = (last + 1).ToString("D6", CultureInfo.InvariantCulture) + "-" + plan.Short;
        if (spare is not null && Posix.TryRename(SpareFolder(spare), FolderOf(id)))
            return (id, true);
        Directory.CreateDirectory(FolderOf(id));
        return (id, false);
    }

    /// <summary>A folder in which a second tree of the served release can be made ready. The next <see cref="Begin"/> removes what is left of it.</summary>
    public string SpareFolder(string name) => Path.Combine(_folder, "spare-" + name);

    /// <summary>Whether a spare tree lies here, this process's or another's.</summary>
    public bool HasSpares => Directory.EnumerateDirectories(_folder, "spare-*").Any();

    /// <summary>The name under which the releases are served.</summary>
    public string Domain => domain;

    /// <summary>Removes every spare tree, another process's too: it will do without.</summary>
    public void RemoveSpares()
    {
        foreach (var folder in Directory.EnumerateDirectories(_folder, "spare-*"))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a server must know of the release.</summary>
    public string CardFileOf(string id) => Path.Combine(_folder, id + ".card.json");

    /// <summary>Puts the card down, and the manifest under a name that does not count yet.</summary>
    /// <param name="card">Null for what no server answers for by itself.</param>
    public void Prepare(string id, ReadOnlySpan<byte> manifest, ReleaseCard? card)
    {
        if (card is not null)
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

    /// <summary>Returns when the release's names, its card and its prepared manifest are on disk; its own files are the caller's to sync.</summary>
    public void SyncPrepared(string id)
    {
        if (File.Exists(CardFileOf(id)))
            Posix.Sync(CardFileOf(id));
        Posix.Sync(ManifestOf(id) + ".tmp");
        Posix.Sync(_folder);
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
    /// Serves the release before the current one; null when there is none. Waits while a build of the site is at work.
    /// </summary>
    public string? Rollback()
    {
        using var turn = OutputLock.Take(outputFolder, domain);
        var current = Current;
        var previous = All.LastOrDefault(id => current is not null && string.CompareOrdinal(id, current) < 0 && SiteOf(id) == SiteOf(current));
        if (previous is null)
            return null;
        Switch(previous);
        Posix.Sync(outputFolder);
        return previous;
    }

    /// <summary>Serves that release again. Waits while a build of the site is at work.</summary>
    /// <returns>False when it is not kept, or belongs to another site that had this domain.</returns>
    public bool Rollback(string id)
    {
        using var turn = OutputLock.Take(outputFolder, domain);
        if (Current is not { } current || !All.Contains(id) || SiteOf(id) != SiteOf(current))
            return false;
        Switch(id);
        Posix.Sync(outputFolder);
        return true;
    }

    /// <summary>The releases over <see cref="Kept"/>, oldest first; never the one that is served.</summary>
    public IReadOnlyList<string> Prunable
    {
        get
        {
            var current = Current;
            return [.. All.Where(id => id != current).SkipLast(Kept)];
        }
    }

    /// <summary>Removes what is <see cref="Prunable"/>.</summary>
    public void Prune()
    {
        foreach (var id in Prunable)
            Remove(id);
        _kept.Bound();
    }

    // A domain may have been another site's before.
    private string? SiteOf(string id) => ReleaseCard.TryRead(CardFileOf(id))?.Key;

    /// <summary>Makes a spare tree of a release, which is then no release any more.</summary>
    public void Recycle(string id, string spare)
    {
        File.Delete(ManifestOf(id));
        File.Delete(CardFileOf(id));
        Posix.Rename(FolderOf(id), SpareFolder(spare));
    }

    private void RemoveUnfinished(string? spare)
    {
        foreach (var folder in Directory.EnumerateDirectories(_folder))
        {
            if (!File.Exists(folder + ".plan") && folder != spare)
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
