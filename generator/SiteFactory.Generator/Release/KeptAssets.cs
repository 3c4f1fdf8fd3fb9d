namespace SiteFactory.Generator.Release;

/// <summary>
/// Stylesheets, scripts and the font of past releases, in <c>.kept/&lt;domain&gt;/assets/</c>: a visitor who still holds an old page
/// gets them whatever became of the release. Media are not kept: a document or a picture that was withdrawn must be gone.
/// </summary>
public sealed class KeptAssets(string outputFolder, string domain)
{
    /// <summary>Bytes kept for one site; the files that left longest ago go first.</summary>
    public const long Most = 8 * 1024 * 1024;

    private const string Assets = "assets";

    /// <summary>What a server falls back to: paths in it are those of the site.</summary>
    public string Folder { get; } = FolderOf(outputFolder, domain);

    /// <summary>The same, for a server's configuration.</summary>
    public static string FolderOf(string outputFolder, string domain) => Path.Join(outputFolder, ".kept", domain);

    /// <summary>Whether a path is one of those that are kept.</summary>
    public static bool Covers(string path) => path.StartsWith("/" + Assets + "/", StringComparison.Ordinal);

    /// <summary>Keeps a release's assets, under further names of the same files.</summary>
    internal void Keep(string releaseFolder)
    {
        var from = Path.Combine(releaseFolder, Assets);
        if (!Directory.Exists(from))
            return;
        var to = Directory.CreateDirectory(Path.Combine(Folder, Assets)).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
            Keep(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Removes what exceeds the bound.</summary>
    internal void Bound(long most = Most) => OldFiles.Bound(Path.Combine(Folder, Assets), most, static _ => true);

    // On a file system without hard links: a copy, whole before it has its name.
    private static void Keep(string file, string kept)
    {
        if (File.Exists(kept) || Posix.TryLink(file, kept))
            return;
        File.Copy(file, kept + ".tmp", overwrite: true);
        Posix.Rename(kept + ".tmp", kept);
    }
}
