using System.Diagnostics;

namespace SiteFactory.Architecture.Tests;

/// <summary>The files that Git tracks, which are what a newcomer gets.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every tracked file from the root, and its mode ("100644", "100755").</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = Tracked();

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Text(string path) => File.ReadAllText(Full(path));

    /// <summary>Tracked files with one of these extensions under one of these folders; all folders when none is given.</summary>
    public static IEnumerable<string> Having(string[] extensions, params string[] folders) => Files.Keys
        .Where(f => extensions.Contains(Path.GetExtension(f)))
        .Where(f => folders.Length == 0 || folders.Any(d => f.StartsWith(d + "/", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    /// <summary>Fails with one line for each fault, so that a run tells them all.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        if (all.Count > 0)
            Assert.Fail(string.Join('\n', all));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SiteFactory.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No SiteFactory.sln above the tests.");
        return folder;
    }

    // What is new and not ignored counts too: a test that only sees what is committed speaks too late.
    private static Dictionary<string, string> Tracked()
    {
        var files = Git("ls-files", "-s", "-z").ToDictionary(l => l[(l.IndexOf('\t', StringComparison.Ordinal) + 1)..], l => l[..6]);
        foreach (var path in Git("ls-files", "-o", "--exclude-standard", "-z"))
            files[path] = IsProgram(Full(path)) ? "100755" : "100644";
        return files.Where(f => File.Exists(Full(f.Key))).ToDictionary(f => f.Key, f => f.Value);
    }

    private static bool IsProgram(string path) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);

    private static string[] Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git does not start.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
