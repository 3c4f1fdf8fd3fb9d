using System.Text.RegularExpressions;

namespace SiteFactory.Architecture.Tests;

/// <summary>What the documents say is there is there.</summary>
public sealed partial class DocumentationTests
{
    private static IReadOnlyList<string> Documents { get; } =
        [.. Repository.Having([".md"]).Where(f => !f.StartsWith("communes/", StringComparison.Ordinal) && !f.Contains("/Starter/", StringComparison.Ordinal) && !f.StartsWith("tests/", StringComparison.Ordinal))];

    [Fact]
    public void The_readmes_commands_exist()
    {
        var readme = Repository.Text("README.md");
        var projects = Run().Matches(readme).Select(m => m.Groups["name"].Value).ToList();
        Assert.Contains("generator/SiteFactory.Generator.Cli", projects);
        Assert.Contains("./check.sh", readme, StringComparison.Ordinal);
        Repository.AssertNone(projects.Where(p => !Directory.EnumerateFiles(Repository.Full(p), "*.csproj").Any()));
    }

    [Fact]
    public void The_readme_has_a_line_for_each_folder()
    {
        var readme = Repository.Text("README.md");
        var folders = Repository.Files.Keys.Where(f => f.Contains('/', StringComparison.Ordinal)).Select(f => f[..f.IndexOf('/', StringComparison.Ordinal)]).Distinct();
        Repository.AssertNone(folders.Where(f => !readme.Contains($"{f}/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var faults =
            from file in Documents
            from Match link in Link().Matches(Code().Replace(Repository.Text(file), ""))
            let target = link.Groups["name"].Value.Split('#')[0]
            where target.Length > 0 && !target.StartsWith('/') && !target.Contains(':', StringComparison.Ordinal)
            where !Path.Exists(Repository.Full(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(target))))
            select $"{file}: {target}";
        Repository.AssertNone(faults);
    }

    [Fact]
    public void Decisions_are_numbered_once()
    {
        var files = Repository.Files.Keys.Where(f => f.StartsWith("docs/adr/", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).ToList();
        Assert.NotEmpty(files);
        Repository.AssertNone(files.Where(f => !DecisionName().IsMatch(f)));
        Repository.AssertNone(files.GroupBy(f => f[..4]).Where(g => g.Count() > 1).Select(g => string.Join(" and ", g)));
        Repository.AssertNone(files.Where(f => !Repository.Text("docs/adr/" + f).StartsWith("# ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_change_log_tells_of_this_version()
    {
        var version = Version().Match(Repository.Text("Directory.Build.props")).Groups["name"].Value;
        Assert.NotEqual("", version);
        Assert.Contains($"## [{version}]", Repository.Text("CHANGELOG.md"), StringComparison.Ordinal);
    }

    /// <summary>A promise whose test has been renamed or deleted is no promise.</summary>
    [Fact]
    public void Each_promise_names_a_test_that_exists()
    {
        var named = PromiseTest().Matches(Repository.Text("docs/architecture.md")).Select(m => m.Groups["name"].Value).Distinct().ToList();
        Assert.NotEmpty(named);
        var declared = Repository.Having([".cs"], "tests").Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);
        Repository.AssertNone(named.Where(n => !declared.Contains(n)));
    }

    [GeneratedRegex("dotnet run --project (?<name>[A-Za-z0-9_./-]+)", RegexOptions.None, 1000)]
    private static partial Regex Run();

    [GeneratedRegex(@"\]\((?<name>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[0-9]{4}-[a-z0-9-]+\\.md$", RegexOptions.None, 1000)]
    private static partial Regex DecisionName();

    [GeneratedRegex("<Version>(?<name>[^<]+)</Version>", RegexOptions.None, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("`(?<name>[A-Za-z0-9]+Tests)`", RegexOptions.None, 1000)]
    private static partial Regex PromiseTest();
}
