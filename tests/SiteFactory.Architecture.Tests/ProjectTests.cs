using System.Text.RegularExpressions;

namespace SiteFactory.Architecture.Tests;

/// <summary>Who may know whom: docs/architecture.md as a table.</summary>
public sealed partial class ProjectTests
{
    private const string Content = "SiteFactory.Content";
    private const string Theming = "SiteFactory.Theming";
    private const string Widgets = "SiteFactory.Widgets";
    private const string EServices = "SiteFactory.EServices";
    private const string Search = "SiteFactory.Search";
    private const string Generator = "SiteFactory.Generator";
    private const string Serving = "SiteFactory.Serving";
    private const string Portal = "SiteFactory.Portal";
    private const string CmsData = "SiteFactory.Cms.Data";

    /// <summary>A project outside this table is a decision that docs/architecture.md does not know yet.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Content] = [],
        [Search] = [],
        [Theming] = [Content],
        [Widgets] = [Content, Theming],
        [EServices] = [Content],
        [Generator] = [Content, EServices, Search, Theming, Widgets],
        [Serving] = [Content, Generator],
        [Portal] = [Content, Theming],
        [CmsData] = [Content],
        ["SiteFactory.Cms.Sqlite"] = [CmsData, Portal],
        ["SiteFactory.Cms.PostgreSql"] = [CmsData, Portal],
    };

    [Fact]
    public void References_are_those_of_the_architecture()
    {
        var faults =
            from project in Project.All
            where project is { IsProduct: true, IsHost: false }
            from reference in project.References
            where !AllowedFor(project.Name).Contains(reference)
            select $"{project.Name} must not reference {reference}";
        Repository.AssertNone(faults);
    }

    [Fact]
    public void Every_product_project_has_its_place_in_the_architecture()
    {
        var faults = Project.All.Where(p => p is { IsProduct: true, IsHost: false } && !IsTheme(p.Name) && !Allowed.ContainsKey(p.Name));
        Repository.AssertNone(faults.Select(p => $"{p.Name} is not in the table of allowed references"));
    }

    [Fact]
    public void Nothing_references_a_host_but_its_tests()
    {
        var hosts = Project.All.Where(p => p.IsHost).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(hosts);
        var faults =
            from project in Project.All
            where project.IsProduct
            from reference in project.References
            where hosts.Contains(reference)
            select $"{project.Name} references the host {reference}";
        Repository.AssertNone(faults);
    }

    [Fact]
    public void Nothing_references_a_test_project()
    {
        var faults =
            from project in Project.All
            from reference in project.References
            where reference.EndsWith(".Tests", StringComparison.Ordinal)
            select $"{project.Name} references {reference}";
        Repository.AssertNone(faults);
    }

    [Fact]
    public void A_reference_gives_no_other_reference()
    {
        Assert.Contains("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>", Repository.Text("Directory.Build.props"), StringComparison.Ordinal);
        var faults = Project.All.Where(p => p.Text.Contains("DisableTransitiveProjectReferences", StringComparison.Ordinal));
        Repository.AssertNone(faults.Select(p => $"{p.Path} sets DisableTransitiveProjectReferences for itself"));
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_locks_its_packages()
    {
        var solution = Repository.Text("SiteFactory.sln").Replace('\\', '/');
        var missing = Project.All.Where(p => !solution.Contains($"\"{p.Path}\"", StringComparison.Ordinal))
            .Select(p => $"{p.Path} is not in SiteFactory.sln");
        var unlocked = Project.All.Where(p => !Repository.Files.ContainsKey(Path.GetDirectoryName(p.Path) + "/packages.lock.json"))
            .Select(p => $"{p.Path} has no packages.lock.json beside it");
        Repository.AssertNone(missing.Concat(unlocked));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_file()
    {
        var faults = Project.All.Where(p => PackageVersion().IsMatch(p.Text));
        Repository.AssertNone(faults.Select(p => $"{p.Path} gives a package's version: it belongs into Directory.Packages.props"));
    }

    private static string[] AllowedFor(string name) =>
        IsTheme(name) ? [Content, Theming] : Allowed.GetValueOrDefault(name, []);

    private static bool IsTheme(string name) => name.StartsWith("SiteFactory.Themes.", StringComparison.Ordinal);

    [GeneratedRegex("<PackageReference[^>]*\\bVersion=", RegexOptions.None, 1000)]
    private static partial Regex PackageVersion();
}
