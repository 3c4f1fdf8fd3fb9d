using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SiteFactory.Widgets.Tests;

/// <summary>Whatever an editor types, and whatever the site's own words are, nothing executes in a citizen's browser.</summary>
public class HostileTextTests
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)", "&#106;avascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example/x",
        "/\\evil.example", "</p><style>*{display:none}</style>", "{onclick=alert(1)}", "{.x style=color:red #y}", "<svg/onload=alert(1)>", "\0<b>", "]]>", "${alert(1)}", "@alert",
    ];

    private static readonly string[] Places =
    [
        "{0}", "# {0}", "**{0}**", "[x]({0})", "[x](<{0}>)", "[{0}](/x/)", "<{0}>", "![{0}](media/a.jpg)", "![x]({0})", "![x](media/a.jpg \"{0}\")",
        "[x]: {0}\n\n[x]", "`{0}`", "```{0}\n{0}\n```", "| {0} |\n|---|\n| {0} |", "- [ ] {0}", "{0}\n:   {0}", "x[^{0}]\n\n[^{0}]: {0}", "[x](media/{0}.pdf)",
        "texte {{onclick=alert(1)}}", "# titre {{#id .class onclick=alert(1)}}", "[x](/y/){{onclick=alert(1) style=x}}",
        "::: {0}\n{0}\n:::", "::: callout {{title=\"{0}\"}}\n{0}\n:::", "::: callout {{type={0}}}\n{0}\n:::", "::: callout {{{0}=x}}\nx\n:::",
        "::: gallery\n![{0}](media/a.jpg \"{0}\")\n:::", "::: accordion\n### {0}\n{0}\n:::", "::: cards\n- [{0}]({0}) {0}\n:::", "::: cards\n- [y](/y/) {0}\n:::",
        "::: documents\n- [{0}](media/a.pdf) {0}\n:::", "::: map {{geo=\"49,6\" label=\"{0}\"}}\n:::", "::: map {{category=\"{0}\"}}\n:::", "::: contact {{entry={0}}}\n:::",
        "::: e-service {{service={0} portal={0}}}\n:::", "::: e-service {{service={0} show={0}}}\n:::", "::: e-services {{category={0} event={0}}}\n:::", "::: tracking {{portal={0}}}\n:::", "::: fiche {{id=F1 title=\"{0}\"}}\n:::", "::: fiche {{id=\"{0}\" title=x}}\n:::",
        "::: embed {{url=\"{0}\" title=x}}\n:::", "::: embed {{url=\"https://framatube.org/w/{0}\" title=\"{0}\"}}\n:::", "::: embed {{url=\"https://umap.openstreetmap.fr/{0}\" title=\"{0}\"}}\n:::",
        "::: video {{src=\"{0}\" title=\"{0}\" captions=\"{0}\" poster=\"{0}\"}}\n:::", "::: video {{src=\"media/{0}.mp4\" title=\"{0}\" captions=\"media/{0}.vtt\"}}\n:::",
        "::: steps\n1. {0}\n:::", "::: key-figures\n- **{0}** {0}\n:::", "::: timeline\n- **{0}** {0}\n:::",
    ];

    public static TheoryData<string> AllPlaces { get; } = [.. Places];

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public void Nothing_that_an_editor_types_executes(string place)
    {
        foreach (var attack in Attacks)
        {
            var markdown = place.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal).Replace("{0}", attack, StringComparison.Ordinal);
            AssertInert(Rendering.Html(new BodyComposer().Compose(markdown, new SampleContext()).Fragment), markdown);
        }
    }

    [Theory]
    [MemberData(nameof(DocumentationTests.Names), MemberType = typeof(DocumentationTests))]
    public void Nothing_in_the_sites_own_words_executes(string name)
    {
        foreach (var attack in Attacks)
        {
            foreach (var example in Repository.Examples(DocumentationTests.Readme(name)))
                AssertInert(Rendering.Html(new BodyComposer().Compose(example, new HostileContext(attack)).Fragment), name);
        }
    }

    private static void AssertInert(string html, string from)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.False(element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "base" or "link" or "meta", $"{element.LocalName} in {from}");
            // The one form that a directive makes leads to a portal that the territory declares.
            Assert.True(element.LocalName != "form" || element is { ClassName: "w-tracking" } && element.GetAttribute("action")!.StartsWith("https://", StringComparison.Ordinal), $"form in {from}");
            foreach (var attribute in element.Attributes)
                AssertInert(attribute, from);
        }
        Assert.DoesNotContain(document.Body.QuerySelectorAll("*"), e => e.Id == "y" || e.ClassList.Contains("x"));
    }

    private static void AssertInert(IAttr attribute, string from)
    {
        Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc", $"{attribute.Name} in {from}");
        if (attribute.Name is not ("href" or "src" or "action" or "formaction" or "poster" or "data-player"))
            return;
        var scheme = attribute.Value.Split(':')[0];
        var isPath = attribute.Value.AsSpan().IndexOfAny("/?#") is var at && at >= 0 && (scheme.Length == attribute.Value.Length || at < scheme.Length);
        Assert.True(isPath || !attribute.Value.Contains(':', StringComparison.Ordinal) || scheme is "http" or "https" or "mailto" or "tel" or "geo", $"{attribute.Value} in {from}");
        Assert.False(attribute.Value is ['/' or '\\', '/' or '\\', ..], $"{attribute.Value} in {from}");
    }
}
