namespace SiteFactory.Generator.Release;

/// <summary>What the kernel says of a file.</summary>
/// <param name="Links">Names that the file has: more than one means that a release has it too.</param>
/// <param name="LastLinked">When it last got or lost a name, or was written; in nanoseconds, to be compared with others only.</param>
internal readonly record struct FileUse(uint Links, long LastLinked);

/// <summary>Keeps a folder of files that can be made again within a bound.</summary>
internal static class OldFiles
{
    /// <summary>
    /// Removes, of the files that may go, those that were last used longest ago until the others hold at most so many bytes.
    /// </summary>
    /// <returns>Files removed.</returns>
    public static int Bound(string folder, long mostBytes, Func<FileUse, bool> mayGo)
    {
        if (!Directory.Exists(folder))
            return 0;
        var files = new DirectoryInfo(folder).EnumerateFiles()
            .Select(f => (File: f, Use: Posix.UseOf(f.FullName)))
            .Where(f => mayGo(f.Use))
            .OrderByDescending(f => f.Use.LastLinked).ThenBy(f => f.File.Name, StringComparer.Ordinal)
            .ToList();
        var (bytes, removed) = (0L, 0);
        foreach (var (file, _) in files)
        {
            bytes += file.Length;
            if (bytes <= mostBytes)
                continue;
            file.Delete();
            removed++;
        }
        return removed;
    }
}
