using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write;

/// <summary>Gives the files of one release a second name in another.</summary>
internal static class ReleaseLinks
{
    /// <summary>All forms of a file or none: what is then made anew finds its names free. A symbolic link is linked itself.</summary>
    public static bool TryLink(string source, string path, CompressedForms forms)
    {
        if (Posix.TryLink(source, path)
            && (!forms.HasFlag(CompressedForms.Gzip) || Posix.TryLink(source + ".gz", path + ".gz"))
            && (!forms.HasFlag(CompressedForms.Brotli) || Posix.TryLink(source + ".br", path + ".br")))
            return true;
        File.Delete(path);
        File.Delete(path + ".gz");
        return false;
    }

    /// <summary>One file of a bundle.</summary>
    public static bool TryLink(string sourceFolder, string folder, BundleFile file)
    {
        var target = Path.Combine(folder, file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return TryLink(Path.Combine(sourceFolder, file.Name), target, file.Compressed);
    }

    /// <summary>
    /// Makes a tree hold the files of a release, each of them the same file under a second name; false when one is missing there.
    /// </summary>
    /// <param name="have">What the tree holds now; null: it is empty.</param>
    /// <param name="source">The release's folder.</param>
    public static bool TryTurnInto(ReleaseManifest want, ReleaseManifest? have, string source, string folder, CancellationToken cancel)
    {
        var wanted = want.Files();
        var there = have?.Files() ?? [];
        foreach (var (path, file) in there.Where(f => !wanted.TryGetValue(f.Key, out var same) || same != f.Value))
            Remove(folder, path, file.Compressed);
        var made = new HashSet<string>();
        foreach (var (path, file) in wanted.Where(f => !there.TryGetValue(f.Key, out var same) || same != f.Value))
        {
            cancel.ThrowIfCancellationRequested();
            var parent = Path.GetDirectoryName(path) ?? "";
            if (made.Add(parent))
                Directory.CreateDirectory(Path.Combine(folder, parent));
            if (!TryLink(Path.Combine(source, path), Path.Combine(folder, path), file.Compressed))
                return false;
        }
        return true;
    }

    /// <summary>Removes a file in all its forms, and the folders that are empty without it.</summary>
    public static void Remove(string root, string path, CompressedForms forms)
    {
        var full = Path.Combine(root, path);
        File.Delete(full);
        if (forms.HasFlag(CompressedForms.Gzip))
            File.Delete(full + ".gz");
        if (forms.HasFlag(CompressedForms.Brotli))
            File.Delete(full + ".br");
        for (var folder = Path.GetDirectoryName(full)!; folder.Length > root.Length && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
            Directory.Delete(folder);
    }
}
