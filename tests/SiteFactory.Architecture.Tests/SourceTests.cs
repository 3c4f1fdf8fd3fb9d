using System.Text.RegularExpressions;

namespace SiteFactory.Architecture.Tests;

/// <summary>Where a file stands says what it is, and none grows until nobody reads it.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 400;

    /// <summary>The module that answers queries is one file, because a visitor loads it with one request.</summary>
    private static readonly Dictionary<string, int> LongerFiles = new(StringComparer.Ordinal)
    {
        ["generator/SiteFactory.Search/Client/search.js"] = 600,
    };

    [Fact]
    public void Folder_is_namespace()
    {
        var faults =
            from project in Project.All
            let folder = Path.GetDirectoryName(project.Path)!
            from file in Repository.Having([".cs"], folder)
            let declared = Namespace().Match(Repository.Text(file))
            let expected = Expected(project, folder, file)
            where declared.Success && declared.Groups["name"].Value != expected
            select $"{file}: {declared.Groups["name"].Value} instead of {expected}";
        Repository.AssertNone(faults);
    }

    [Fact]
    public void No_file_is_too_long_to_read()
    {
        var faults =
            from file in Repository.Having([".cs", ".razor", ".js", ".mjs", ".css", ".sh", ".csproj"])
            where !file.Contains("/Migrations/", StringComparison.Ordinal)
            let lines = File.ReadLines(Repository.Full(file)).Count()
            where lines > LongerFiles.GetValueOrDefault(file, MostLines)
            select $"{file}: {lines} lines";
        Repository.AssertNone(faults);
    }

    [Fact]
    public void Each_directive_folder_is_complete()
    {
        const string widgets = "widgets/SiteFactory.Widgets/";
        var folders = Repository.Having([".cs"], "widgets").Where(f => f.EndsWith("Directive.cs", StringComparison.Ordinal))
            .Select(f => Path.GetDirectoryName(f)!).Where(f => f.Length > widgets.Length).Distinct().ToList();
        Assert.NotEmpty(folders);
        Repository.AssertNone(folders.Where(f => !Repository.Files.ContainsKey(f + "/README.md")).Select(f => $"{f} has no README.md"));
    }

    [Fact]
    public void Scripts_that_people_start_can_be_started()
    {
        string[] programs = ["check.sh", ".ci/run"];
        Repository.AssertNone(programs.Where(p => Repository.Files.GetValueOrDefault(p) != "100755"));
    }

    [Fact]
    public void Nothing_names_a_package_host_or_somebodys_machine()
    {
        string[] binary = [".jpg", ".png", ".webp", ".pdf", ".woff2", ".gz", ".mp4", ".ico"];
        var faults =
            from file in Repository.Files.Keys.Order(StringComparer.Ordinal)
            where !binary.Contains(Path.GetExtension(file))
            from Match match in Machine().Matches(Repository.Text(file))
            select $"{file}: {match.Value}";
        Repository.AssertNone(faults);
    }

    private static string Expected(Project project, string folder, string file)
    {
        var root = RootNamespace().Match(project.Text) is { Success: true } set ? set.Groups["name"].Value : project.Name;
        var below = Path.GetDirectoryName(file)![folder.Length..];
        return root + below.Replace('/', '.');
    }

    [GeneratedRegex("^namespace (?<name>[A-Za-z0-9_.]+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex("<RootNamespace>(?<name>[^<]+)<", RegexOptions.None, 1000)]
    private static partial Regex RootNamespace();

    [GeneratedRegex(@"api[.]nuget[.]org|registry[.]npmjs|deb[.]debian|(?<![\w.)])/(?:home|root|work|Users)/\w", RegexOptions.None, 5000)]
    private static partial Regex Machine();
}
