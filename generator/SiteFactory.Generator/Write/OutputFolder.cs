namespace SiteFactory.Generator.Write;

/// <summary>The last gate before the disk: whatever content, database or plan says, nothing is written outside a release.</summary>
internal static class OutputFolder
{
    /// <summary>The folder of an output's path.</summary>
    /// <exception cref="IOException">The path leads out of the release.</exception>
    public static string PathIn(string root, string relative)
    {
        var full = Path.GetFullPath(Path.Join(root, relative));
        return full.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new IOException($"'{relative}' is not inside the release.");
    }
}
