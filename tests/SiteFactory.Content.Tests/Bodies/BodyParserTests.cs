using SiteFactory.Content.Bodies;

namespace SiteFactory.Content.Tests.Bodies;

/// <summary>Markdown to HTML, and what is said of it.</summary>
public class BodyParserTests
{
    [Theory]
    [InlineData("- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n")]
    [InlineData("-\u00a0un\n-\u202fdeux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n")]
    [InlineData("> -\u00a0!", "<blockquote>\n<p>-\u00a0!</p>\n</blockquote>\n")]
    [InlineData("3. un\n4. deux", "<ol start=\"3\">\n<li>un</li>\n<li>deux</li>\n</ol>\n")]
    [InlineData("- un\n\n- deux", "<ul>\n<li><p>un</p>\n</li>\n<li><p>deux</p>\n</li>\n</ul>\n")]
    [InlineData("> cité", "<blockquote>\n<p>cité</p>\n</blockquote>\n")]
    [InlineData("un  \ndeux", "<p>un<br>\ndeux</p>\n")]
    [InlineData("*un* **deux**", "<p><em>un</em> <strong>deux</strong></p>\n")]
    [InlineData("---", "<hr>\n")]
    [InlineData("Commune\n:   La plus petite.", "<dl>\n<dt>Commune</dt>\n<dd>La plus petite.</dd>\n</dl>\n")]
    [InlineData("- [x] fait\n- [ ] à faire", "<ul class=\"task-list\">\n<li><span class=\"task\" role=\"img\" aria-label=\"Fait\">☑</span> fait</li>\n<li><span class=\"task\" role=\"img\" aria-label=\"À faire\">☐</span> à faire</li>\n</ul>\n")]
    [InlineData("{.rouge #id onclick=x}", "<p>{.rouge #id onclick=x}</p>\n")]
    [InlineData("[x](#tarifs)", "<p><a href=\"#tarifs\">x</a></p>\n")]
    [InlineData("[x](mailto:a@b.example)", "<p><a href=\"mailto:a@b.example\">x</a></p>\n")]
    [InlineData("[x](tel:+33387000000)", "<p><a href=\"tel:+33387000000\">x</a></p>\n")]
    [InlineData("[x](conseil/)", "<p><a href=\"conseil/\">x</a></p>\n")]
    [InlineData("<mairie@vany.example>", "<p><a href=\"mailto:mairie@vany.example\">mairie@vany.example</a></p>\n")]
    public void Markdown_becomes_html(string markdown, string html) => Assert.Equal(html, Html(BodyParser.Parse(markdown)));

    [Fact]
    public void A_table_scrolls_by_itself_and_its_heads_have_a_scope() => Assert.Equal(
        "<div class=\"sf-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Tableau\">\n<table>\n<thead>\n<tr><th scope=\"col\">Moment</th><th scope=\"col\" class=\"align-right\">Tarif</th></tr>\n</thead>\n"
        + "<tbody>\n<tr><td>Matin</td><td class=\"align-right\">2\u00a0€</td></tr>\n</tbody>\n</table>\n</div>\n",
        Html(BodyParser.Parse("| Moment | Tarif |\n|---|---:|\n| Matin | 2 € |")));

    [Fact]
    public void A_table_without_heads_has_no_head() =>
        Assert.DoesNotContain("<th", Html(BodyParser.Parse("| | |\n|---|---|\n| a | b |")), StringComparison.Ordinal);

    [Fact]
    public void A_footnote_and_its_call_lead_to_each_other()
    {
        var body = BodyParser.Parse("Le tarif[^1].\n\n[^1]: Voté en 2026.");
        var html = Html(body);
        Assert.Contains("<sup id=\"renvoi-1-1\"><a href=\"#note-1\" role=\"doc-noteref\">1</a></sup>", html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"note-1\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#renvoi-1-1\" role=\"doc-backlink\" aria-label=\"Retour au texte\">", html, StringComparison.Ordinal);
        Assert.Equal(["note-1", "renvoi-1-1"], body.Anchors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Heading_ids_are_ascii_and_each_is_given_once()
    {
        var body = BodyParser.Parse("## L'été à l’Œuvre\n\n## Tarifs\n\n## Tarifs\n\n## Menu\n\n## !");
        Assert.Equal(["l-ete-a-l-oeuvre", "tarifs", "tarifs-2", "menu-2", "section"], body.Anchors.ToArray());
        Assert.StartsWith("<h2 id=\"l-ete-a-l-oeuvre\">L’été à l’Œuvre</h2>", Html(body), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_the_h1()
    {
        var body = BodyParser.Parse("# Titre");
        Assert.Equal("<h2 id=\"titre\">Titre</h2>\n", Html(body));
        Assert.Equal("heading-one", Assert.Single(body.Issues).Code);
    }

    [Theory]
    [InlineData("## A\n\n### B\n\n## C", 0)]
    [InlineData("### A", 1)]
    [InlineData("## A\n\n#### B", 1)]
    public void A_skipped_level_is_said(string markdown, int issues) =>
        Assert.Equal(issues, BodyParser.Parse(markdown).Issues.Count(i => i is { Code: "heading-skipped", IsError: false }));

    [Theory]
    [InlineData("[x](javascript:alert)", "link-refused")]
    [InlineData("[x](JAVASCRIPT:alert)", "link-refused")]
    [InlineData("[x](&#106;avascript:alert)", "link-refused")]
    [InlineData("[x](data:text/html,x)", "link-refused")]
    [InlineData("[x](vbscript:x)", "link-refused")]
    [InlineData("[x](file:///etc/passwd)", "link-refused")]
    [InlineData("[x](//ailleurs.example/)", "link-refused")]
    [InlineData("[x](</\\ailleurs.example>)", "link-refused")]
    [InlineData("<javascript:alert>", "link-refused")]
    [InlineData("[x]()", "link-refused")]
    [InlineData("[](/x/)", "link-without-words")]
    [InlineData("[x](www.vany.fr)", "link-without-scheme")]
    [InlineData("Un <b>mot</b>", "raw-html")]
    [InlineData("::: gallery {", "directive-brace-open")]
    [InlineData(":::", "directive-stray-close")]
    public void What_may_not_stand_has_its_issue(string markdown, string code)
    {
        var body = BodyParser.Parse("Un paragraphe\nde deux lignes.\n\n" + markdown);
        Assert.Contains(body.Issues, i => i.Code == code && i.Line == 4);
        Assert.DoesNotContain("script:", Hrefs(body), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_issue_names_the_line_inside_a_paragraph() =>
        Assert.Equal(3, Assert.Single(BodyParser.Parse("un\ndeux\n[trois](javascript:x)").Issues).Line);

    [Fact]
    public void Links_to_pages_leave_room_for_the_site_that_shows_them()
    {
        var body = BodyParser.Parse("Voir [ici](/a/?b=1&c=2#d).");
        Assert.Equal<BodyNode>([new HtmlNode("<p>Voir <a href=\""), new PagePathNode("/a/?b=1&c=2#d", 1), new HtmlNode("\">ici</a>.</p>\n")], body.Nodes);
        Assert.Equal(new BodyLink(new(LinkKind.Page, "/a/?b=1&c=2#d"), 1), Assert.Single(body.Links));
    }

    [Fact]
    public void Pictures_on_their_own_are_figures_and_know_their_line()
    {
        var nodes = BodyParser.Parse("![a](media/a.jpg \"Un titre\")\n![](metropole/media/b.jpg)").Nodes;
        Assert.Equal<BodyNode>([new PictureNode("media/a.jpg", "a", "Un titre", true, 1), new PictureNode("metropole/media/b.jpg", null, null, true, 2)], nodes);
    }

    [Fact]
    public void A_picture_in_a_line_is_no_figure() =>
        Assert.Equal(new PictureNode("media/a.jpg", "a", null, false, 1), BodyParser.Parse("Un ![a](media/a.jpg) mot").Nodes[1]);

    [Fact]
    public void Plain_text_has_the_words_and_no_markup() => Assert.Equal(
        "Titre\nL’école, voir ici.\nun\ndeux\ndans l’encadré\na\nb",
        BodyParser.PlainText("## Titre\n\nL'**école**, voir [ici](/x/).\n\n- un\n- deux\n\n::: callout {title=\"x\"}\ndans l'encadré\n:::\n\n| a | b |\n|---|---|"));

    [Fact]
    public void Nothing_gives_nothing()
    {
        Assert.Same(BodyDocument.Empty, BodyParser.Parse("  \n"));
        Assert.Equal("", BodyParser.PlainText(""));
    }

    internal static string Html(BodyDocument body) => string.Concat(body.Nodes.Select(n => n switch
    {
        HtmlNode html => html.Html,
        PagePathNode path => path.Path,
        _ => "",
    }));

    private static string Hrefs(BodyDocument body) =>
        string.Concat(Html(body).Split("href=\"").Skip(1).Select(part => part.Split('"')[0] + "\n"));
}
