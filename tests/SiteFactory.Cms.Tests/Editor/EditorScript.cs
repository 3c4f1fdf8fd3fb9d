using System.Diagnostics;
using System.Text.Json;

namespace SiteFactory.Cms.Tests.Editor;

/// <summary>What the editor made of one body.</summary>
/// <param name="Back">Written without an edit.</param>
/// <param name="Anew">Written as if every block had been edited.</param>
/// <param name="Strays">Edits that changed other lines than their own.</param>
/// <param name="Opaque">Blocks that it cannot show.</param>
internal sealed record EditorResult(string Back, string Anew, int Edits, string[] Strays, int Opaque);

/// <summary>Runs the editor's modules in Node, as they are.</summary>
internal static class EditorScript
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static EditorResult[] Try(IEnumerable<string> bodies)
    {
        var request = Path.GetTempFileName();
        try
        {
            File.WriteAllText(request, JsonSerializer.Serialize(new { bodies }));
            var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Editor", "run.mjs"));
            start.ArgumentList.Add(Path.Combine(Root, "cms", "SiteFactory.Cms", "Assets", "Editor"));
            start.ArgumentList.Add(request);
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEndAsync();
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.True(node.ExitCode == 0, errors.GetAwaiter().GetResult());
            return JsonSerializer.Deserialize<Answer>(output, JsonSerializerOptions.Web)!.Results;
        }
        finally
        {
            File.Delete(request);
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SiteFactory.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No SiteFactory.sln above the tests.");
        return folder;
    }

    private sealed record Answer(EditorResult[] Results);
}
