using System.Runtime.CompilerServices;

namespace SiteFactory.Content.Tests.FolderFormat;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = System.IO.Path.GetDirectoryName(here)!;
        while (!File.Exists(System.IO.Path.Combine(folder, "SiteFactory.sln")))
            folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
