using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SiteFactory.Themes.Territoire.Tests;

public sealed class StructureTests
{
    public static TheoryData<string> Names => GoldenTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_has_one_h1_and_skips_no_heading_level(string name)
    {
        var document = Document(name);
        Assert.Single(document.QuerySelectorAll("h1"));
        var before = 1;
        foreach (var heading in document.QuerySelectorAll("main h1, main h2, main h3, main h4"))
        {
            var level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"h{level} after h{before}: {heading.TextContent}");
            before = level;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_and_references_lead_somewhere(string name)
    {
        var document = Document(name);
        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        foreach (var reference in document.QuerySelectorAll("[aria-labelledby]").Select(element => element.GetAttribute("aria-labelledby"))
            .Concat(document.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]))
            .Concat(document.QuerySelectorAll("label[for]").Select(label => label.GetAttribute("for"))))
        {
            Assert.Contains(reference, ids);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Strict_content_security_policy_is_respected(string name)
    {
        var document = Document(name);
        Assert.Empty(document.QuerySelectorAll("style, [style], iframe, object, embed, base"));
        Assert.All(
            document.QuerySelectorAll("script:not([type='application/ld+json'])"),
            script => Assert.True(script.HasAttribute("src") && script.TextContent.Length == 0));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_fetched_from_another_host(string name)
    {
        var document = Document(name);
        var fetched = document.QuerySelectorAll("[src]").Select(element => element.GetAttribute("src")!)
            .Concat(document.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], link[rel=manifest]").Select(link => link.GetAttribute("href")!));
        Assert.All(fetched, address => Assert.StartsWith("/", address, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pictures_fields_and_landmarks_have_names(string name)
    {
        var document = Document(name);
        Assert.All(document.QuerySelectorAll("img"), picture => Assert.True(
            picture.HasAttribute("alt") && picture.HasAttribute("width") && picture.HasAttribute("height"), picture.OuterHtml));
        Assert.All(document.QuerySelectorAll("input:not([type=hidden])").Cast<IHtmlInputElement>(), field => Assert.True(
            field.Closest("label") is not null || document.QuerySelector($"label[for='{field.Id}']") is not null, field.OuterHtml));
        Assert.All(document.QuerySelectorAll("nav"), nav => Assert.True(nav.HasAttribute("aria-label"), nav.OuterHtml));
        Assert.All(document.QuerySelectorAll("a, button, summary"), control => Assert.NotEqual(
            "", (control.GetAttribute("aria-label") ?? control.TextContent).Trim()));
        Assert.Single(document.QuerySelectorAll("main"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_text_stays_text(string name)
    {
        const string attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}</textarea></title>&amp;";
        var samples = new SampleModels(words => words + attack);
        var page = samples.Pages.Single(one => one.Name == name);
        var document = ThemeRenderer.Parse(ThemeRenderer.Page(samples, page.Head, page.Main, page.Section));
        var peaceful = Document(name);
        Assert.Equal(Elements(peaceful), Elements(document));
        Assert.Contains("alert(1)", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_is_light(string name)
    {
        var page = new SampleModels().Pages.Single(one => one.Name == name);
        var html = ThemeRenderer.Page(new(), page.Head, page.Main, page.Section);
        Assert.InRange(html.Length, 1, 40_000);
    }

    private static string[] Elements(IDocument document) =>
        [.. document.All.Select(element => element.LocalName + "|" + string.Join(",", element.Attributes.Select(attribute => attribute.Name)))];

    private static IHtmlDocument Document(string name)
    {
        var samples = new SampleModels();
        var page = samples.Pages.Single(one => one.Name == name);
        return ThemeRenderer.Parse(ThemeRenderer.Page(samples, page.Head, page.Main, page.Section));
    }
}
