using SiteFactory.Content.Bodies;

namespace SiteFactory.Content.Tests.Bodies;

/// <summary>How directives are written and nested.</summary>
public class DirectiveSyntaxTests
{
    [Theory]
    [InlineData("::: news", "news", "")]
    [InlineData(":::news", "news", "")]
    [InlineData("::: news {topic=dechets limit=3}", "news", "topic=dechets;limit=3")]
    [InlineData("::: map {entry=mairie,ecole}", "map", "entry=mairie,ecole")]
    [InlineData("::: fiche {id=F1 title=\"Deux mots\"}", "fiche", "id=F1;title=Deux mots")]
    [InlineData("::: fiche {title='L\"école\"'}", "fiche", "title=L\"école\"")]
    [InlineData("::: embed {url=https://x.example/a?b=c title=x}", "embed", "url=https://x.example/a?b=c;title=x")]
    [InlineData("::: news {}", "news", "")]
    public void An_opening_line_has_a_name_and_attributes(string line, string name, string attributes)
    {
        var body = BodyParser.Parse(line + "\n:::");
        var directive = Assert.IsType<DirectiveNode>(Assert.Single(body.Nodes));
        Assert.Equal((name, attributes), (directive.Name, string.Join(';', directive.Attributes.Select(a => $"{a.Name}={a.Value}"))));
        Assert.Empty(body.Issues);
    }

    [Fact]
    public void A_closing_line_closes_the_innermost()
    {
        var body = BodyParser.Parse("::: accordion\n### A\n::: callout\nx\n:::\n### B\ny\n:::\n\nz");
        var outer = Assert.IsType<DirectiveNode>(body.Nodes[0]);
        Assert.Equal(["HeadingNode", "DirectiveNode", "HeadingNode", "HtmlNode"], outer.Children.Select(c => c.GetType().Name));
        Assert.Equal(3, outer.Children.OfType<DirectiveNode>().Single().Line);
        Assert.Equal(new HtmlNode("<p>z</p>\n"), body.Nodes[1]);
        Assert.Empty(body.Issues);
    }

    [Fact]
    public void More_colons_outside_close_with_as_many()
    {
        var body = BodyParser.Parse(":::: accordion\n### A\n::: callout\nx\n:::\n::::\n\nz");
        Assert.Equal(2, body.Nodes.Length);
        Assert.Empty(body.Issues);
    }

    [Fact]
    public void Colons_in_code_are_code()
    {
        var body = BodyParser.Parse("::: callout\n```\n:::\n```\n:::\n\nz");
        Assert.Equal(new HtmlNode("<p>z</p>\n"), body.Nodes[1]);
        Assert.Empty(body.Issues);
    }

    [Fact]
    public void A_directive_stands_in_a_list_item()
    {
        var body = BodyParser.Parse("- un\n\n  ::: callout\n  x\n  :::\n- deux");
        Assert.Equal("callout", Assert.Single(body.Nodes.OfType<DirectiveNode>()).Name);
        Assert.Empty(body.Issues);
    }

    [Fact]
    public void A_list_item_is_taken_apart_and_keeps_its_separator()
    {
        var body = BodyParser.Parse("::: x\n- ![a](media/a.jpg) [Titre](/t/) Texte\n- **1871** : annexée\n- **2 188** habitants\n- rien\n:::");
        var items = body.Nodes.OfType<DirectiveNode>().Single().Children.OfType<ListNode>().Single().Items;
        Assert.Equal(("media/a.jpg", "Titre", "/t/"), (items[0].Picture?.Path, items[0].Lead?.Text, items[0].Lead?.Target?.Href));
        Assert.Equal(new HtmlNode("Texte"), Assert.Single(items[0].Rest));
        Assert.Equal(("1871", "\u00a0: "), (items[1].Lead?.Text, items[1].Lead?.Separator));
        Assert.Equal(new HtmlNode("annexée"), Assert.Single(items[1].Rest));
        Assert.Equal("2\u202f188", items[2].Lead?.Text);
        Assert.Null(items[3].Lead);
        Assert.Equal([2, 3, 4, 5], items.Select(i => i.Line));
    }

    [Theory]
    [InlineData("::: accordion\n### A\n### B\n:::", "2,2")]
    [InlineData("## T\n\n::: accordion\n### A\n#### B\n### C\n:::", "3,4,3")]
    [InlineData("## T\n\n::: accordion\n## A\n:::", "2")]
    public void Headings_in_a_directive_follow_on_those_around(string markdown, string levels)
    {
        var body = BodyParser.Parse(markdown);
        var headings = body.Nodes.OfType<DirectiveNode>().Single().Children.OfType<HeadingNode>();
        Assert.Equal(levels, string.Join(',', headings.Select(h => h.Level)));
        Assert.Empty(body.Issues);
    }
}
