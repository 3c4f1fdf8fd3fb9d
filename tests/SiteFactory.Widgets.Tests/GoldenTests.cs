namespace SiteFactory.Widgets.Tests;

/// <summary>
/// The HTML of every directive, as reviewed: <c>Golden/&lt;name&gt;.html</c> is what its README's examples give.
/// <c>UPDATE_GOLDEN=1 dotnet test</c> writes them anew; the difference is for a person to read.
/// </summary>
public class GoldenTests
{
    [Theory]
    [MemberData(nameof(DocumentationTests.Names), MemberType = typeof(DocumentationTests))]
    public void A_directive_gives_the_reviewed_html(string name)
    {
        var examples = Repository.Examples(DocumentationTests.Readme(name));
        var html = string.Join("\n", examples.Select(e => Rendering.Html(new BodyComposer().Compose(e, new SampleContext()).Fragment).Trim())) + "\n";
        var file = Repository.Path("tests", "SiteFactory.Widgets.Tests", "Golden", name + ".html");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, html);
        Assert.Equal(File.ReadAllText(file), html);
    }
}
