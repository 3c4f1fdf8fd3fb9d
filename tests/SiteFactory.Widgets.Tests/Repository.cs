namespace SiteFactory.Widgets.Tests;

/// <summary>Files of the tree that tests read: documentation that runs.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>The Markdown examples of a document.</summary>
    public static IEnumerable<string> Examples(string document)
    {
        const string Fence = "```markdown\n";
        for (var at = document.IndexOf(Fence, StringComparison.Ordinal); at >= 0; at = document.IndexOf(Fence, at, StringComparison.Ordinal))
        {
            at += Fence.Length;
            yield return document[at..document.IndexOf("\n```", at, StringComparison.Ordinal)];
        }
    }

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "SiteFactory.sln")) ? folder : Find(System.IO.Directory.GetParent(folder)!.FullName);
}
