using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Tests;

/// <summary>
/// Each kind of page against its reviewed file in <c>Golden/</c>. After a change that is meant, run with
/// <c>SITEFACTORY_GOLDEN=write</c> and read the difference before committing it.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names => [.. new SampleModels().Pages.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_is_the_reviewed_one(string name)
    {
        var samples = new SampleModels();
        var page = samples.Pages.Single(one => one.Name == name);
        var html = ThemeRenderer.Page(samples, page.Head, page.Main, page.Section);
        var file = Path.Combine(Repository.Root, "tests", "SiteFactory.Themes.Territoire.Tests", "Golden", name + ".html");
        if (Environment.GetEnvironmentVariable("SITEFACTORY_GOLDEN") == "write")
        {
            File.WriteAllText(file, html);
        }
        Assert.Equal(File.ReadAllText(file), html);
    }

    [Fact]
    public void Every_kind_of_page_has_a_sample()
    {
        var kinds = typeof(PageMain).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageMain)));
        Assert.Equal(
            kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal),
            new SampleModels().Pages.Select(page => page.Main.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }
}
