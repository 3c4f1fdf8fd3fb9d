using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using SiteFactory.Generator.Check;
using SiteFactory.Generator.Tests.Build;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Check;

/// <summary>The quick scanner reads pages as a browser's parser does.</summary>
public sealed class MainScannerTests
{
    [Fact]
    public void On_every_page_of_the_demonstration_it_sees_what_a_real_parser_sees()
    {
        var folder = Directory.CreateTempSubdirectory("scanned-").FullName;
        try
        {
            var options = new BuildOptions { Content = Path.Combine(Repository.Root, "communes"), Output = folder, At = Instant.FromUtc(2026, 11, 20, 8, 0), Search = false, Pictures = false, Precompress = false };
            using var generator = new SiteGenerator(options, new TerritoireTheme());
            var report = generator.Build();
            Assert.True(report.Succeeded, TestTerritory.Describe(report));
            var pages = report.Sites.SelectMany(s => Directory.EnumerateFiles(Path.Combine(folder, s.Domain), "*.html", SearchOption.AllDirectories)).ToList();
            Assert.True(pages.Count > 1000);
            Parallel.ForEach(pages, p => Compare(File.ReadAllBytes(p), p));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("<h1>A</h1><h3>B</h3><h4>C</h4><h2>D</h2>")]
    [InlineData("<a href=\"/a/?b=1&amp;c=2#d\">x</a><a href=\"#\">y</a><a href=\"//host/\">z</a><a href=\"https://host/\">z</a><a>w</a>")]
    [InlineData("<p id=\"un\">a</p><p id=\"un\">b</p><p id=\"l&#233;\">c</p>")]
    [InlineData("<img src=\"/a.png\" alt><img src=\"/b.png\"><img alt=\"\" src=\"/c.png\" /><img src=\"/d.png\" alt=\"a &gt; b\">")]
    [InlineData("<p>1 < 2, a<b</p><!-- <a href=\"/non/\"> --><br/><hr class=\"x\"/><a\nhref=\"/oui/\"\n>x</a>")]
    [InlineData("<details open><summary>x</summary><a href=\"/a/\" hidden id=\"b\">c</a></details>")]
    public void On_odd_markup_too(string html) => Compare(Encoding.UTF8.GetBytes($"<body>{html}</body>"), html);

    private static void Compare(byte[] bytes, string name)
    {
        var body = bytes.AsSpan()[bytes.AsSpan().IndexOf("<body"u8)..];
        var (facts, problems) = new MainScanner().Scan(body);
        var document = new HtmlParser().ParseDocument(new MemoryStream(bytes));
        Assert.True(Links(document).SequenceEqual(facts.Links), $"{name}: links\n{string.Join(' ', Links(document))}\n{string.Join(' ', facts.Links)}");
        var ids = document.Body!.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.True(ids.Distinct().SequenceEqual(facts.Anchors), name + ": anchors");
        Assert.True(Problems(document, ids).Order(StringComparer.Ordinal).SequenceEqual(problems.Select(p => $"{p.Kind} {p.Detail}").Order(StringComparer.Ordinal)), name + ": problems");
    }

    private static IEnumerable<string> Links(IHtmlDocument document) =>
        document.Body!.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
            .Where(h => (h.StartsWith('#') && h.Length > 1) || (h.StartsWith('/') && !h.StartsWith("//", StringComparison.Ordinal)));

    private static IEnumerable<string> Problems(IHtmlDocument document, List<string> ids)
    {
        foreach (var image in document.Body!.QuerySelectorAll("img:not([alt])"))
            yield return $"PictureWithoutText {image.GetAttribute("src")}";
        foreach (var id in ids.GroupBy(i => i).SelectMany(g => g.Skip(1)))
            yield return $"DuplicateId {id}";
        var before = 0;
        foreach (var heading in document.Body.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > before + 1)
                yield return $"HeadingSkipped h{before} → h{level}";
            before = level;
        }
    }
}
