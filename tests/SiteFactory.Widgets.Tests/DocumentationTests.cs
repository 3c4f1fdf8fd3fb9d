using SiteFactory.Theming.Bodies;

namespace SiteFactory.Widgets.Tests;

/// <summary>What the documentation shows is what the code does.</summary>
public class DocumentationTests
{
    private static readonly BodyComposer Composer = new();

    public static TheoryData<string> Names { get; } = [.. Directives.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_examples_of_a_readme_compose_without_fault(string name)
    {
        var examples = Repository.Examples(Readme(name)).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, e => Assert.Contains("::: " + name, e, StringComparison.Ordinal));
        Assert.All(examples, e => Assert.Empty(Composer.Compose(e, new SampleContext()).Faults));
        Assert.All(examples, e => Assert.NotEqual("", Rendering.Html(Composer.Compose(e, new SampleContext()).Fragment)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_readme_names_every_attribute(string name) =>
        Assert.All(Find(name).Attributes, a => Assert.Contains($"| `{a.Name}` |", Readme(name), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_guide_has_a_heading_for_every_directive(string name) =>
        Assert.Matches($"(?m)^### .*`{name}`$", Repository.Text("docs", "guides", "redaction.md"));

    [Fact]
    public void The_examples_of_the_guide_compose_without_fault()
    {
        var faults = new List<BodyFault>();
        foreach (var example in Repository.Examples(Repository.Text("docs", "guides", "redaction.md")))
            faults.AddRange(Composer.Compose(example, new SampleContext()).Faults);
        Assert.Empty(faults);
    }

    internal static string Readme(string name) => Repository.Text("widgets", "SiteFactory.Widgets", FolderOf(name), "README.md");

    internal static string FolderOf(string name) => Find(name).GetType().Namespace!.Split('.')[^1];

    private static IDirective Find(string name) => Directives.All.Single(d => d.Name == name);
}
