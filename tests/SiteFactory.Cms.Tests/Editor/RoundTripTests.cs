using System.Text;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Generator.Load;

namespace SiteFactory.Cms.Tests.Editor;

/// <summary>The editor changes nothing but what was edited: on every body of the demonstration territory, and on what is rare in it.</summary>
public sealed class RoundTripTests
{
    private static readonly Lazy<(string File, string Body)[]> Bodies = new(ReadBodies);
    private static readonly Lazy<EditorResult[]> Results = new(() => EditorScript.Try(Bodies.Value.Select(b => b.Body)));

    public static TheoryData<string> Rare =>
    [
        "[^1]: Une note.\n    Sa suite.\n\nTexte[^1] et *fin*.\n",
        "Terme\n:   Sa définition.\n\nAutre terme\n:   Une autre.\n",
        "[réf]: https://example.org \"Titre\"\n\nVoir [le site][réf].\n",
        "Titre\n=====\n\nSous-titre\n---\n\n* * *\n\n***\n",
        "- [ ] à faire\n- [x] fait\n\n1) un\n2) deux\n\n   suite de deux\n",
        "::: accordion\n### Question ?\n\n::: callout {type=warning title=\"A \"}\nRéponse.\n:::\n:::\n",
        ":::: callout {type=\"tip\"}\n::: hours\n:::\n::::\n",
        "::: callout {type=info}\nSans fin.\n",
        ":::\n\nUne fermeture de trop.\n",
        "> Cité\nparesseux\n> > plus loin\n\n~~~html\n<p>&amp;</p>\n~~~\n\n    code indenté\n",
        "Un\\\nretour, **gras _et penché_**, `code | barre`, <https://example.org>, &amp; &eacute; \\* \\_ \\[x\\].\n",
        "| a | b |\n|:--|--:|\n| 1 \\| 2 | **x** |\n| [l](/p/) | ![i](media/i.jpg) |\n",
        "\n\n\nDes lignes vides avant, et deux espaces  \nà la fin.\n\n\n\nEt trois entre.\n\n\n",
        "Sans fin de ligne",
        "<script>alert(1)</script> et <b>gras</b> et <!-- -->\n",
    ];

    [Fact]
    public void Every_body_comes_back_as_it_was()
    {
        Assert.True(Bodies.Value.Length > 500);
        Assert.Empty(Bodies.Value.Zip(Results.Value).Where(p => p.First.Body != p.Second.Back).Select(p => p.First.File));
    }

    [Fact]
    public void An_edit_changes_its_own_lines_alone_and_undoing_it_changes_nothing()
    {
        Assert.True(Results.Value.Sum(r => r.Edits) > 3000);
        Assert.Empty(Bodies.Value.Zip(Results.Value).SelectMany(p => p.Second.Strays.Select(s => $"{p.First.File}: {s}")));
    }

    [Fact]
    public void Every_body_of_the_territory_can_be_shown_whole() => Assert.Equal(0, Results.Value.Sum(r => r.Opaque));

    [Fact]
    public void Written_anew_every_body_means_the_same() =>
        Assert.Empty(Bodies.Value.Zip(Results.Value).Where(p => BodyDump.Of(p.First.Body) != BodyDump.Of(p.Second.Anew)).Select(p => p.First.File));

    [Theory]
    [MemberData(nameof(Rare))]
    public void What_is_rare_comes_back_as_it_was(string body) => Assert.Equal(body, EditorScript.Try([body])[0].Back);

    [Theory]
    [MemberData(nameof(Rare))]
    public void What_is_rare_means_the_same_when_written_anew(string body) =>
        Assert.Equal(BodyDump.Of(body), BodyDump.Of(EditorScript.Try([body])[0].Anew));

    private static (string File, string Body)[] ReadBodies()
    {
        var files = new FileContentFiles(Path.Combine(EditorScript.Root, "communes"));
        var snapshot = FolderReader.Read(files).Snapshot!;
        return [.. snapshot.Sites.Values.SelectMany(s => s.Items).Where(i => !string.IsNullOrWhiteSpace(i.Body)).Select(i => (i.Source!.File, i.Body))];
    }
}

/// <summary>A body as the site reads it, as text: two texts of equal dump give equal pages.</summary>
internal static class BodyDump
{
    public static string Of(string markdown)
    {
        var text = new StringBuilder();
        foreach (var node in BodyParser.Parse(markdown).Nodes)
            Write(text, node);
        return text.Replace(" \n", "\n").ToString();
    }

    private static void Write(StringBuilder text, BodyNode node)
    {
        switch (node)
        {
            case HtmlNode html:
                text.Append(html.Html);
                break;
            case PagePathNode path:
                text.Append('[').Append(path.Path).Append(']');
                break;
            case PictureNode picture:
                text.Append(picture with { Line = 0 });
                break;
            case FileLinkNode link:
                Write(text.Append(link.Path), link.Label);
                break;
            case HeadingNode heading:
                Write(text.Append(heading.Level).Append(heading.Id), heading.Content);
                break;
            case ListNode list:
                text.Append(list.IsOrdered);
                foreach (var item in list.Items)
                    Write(text, item);
                break;
            case DirectiveNode directive:
                text.Append(directive.Name).AppendJoin(',', directive.Attributes);
                Write(text, directive.Children);
                break;
        }
        text.Append('\n');
    }

    private static void Write(StringBuilder text, ListItemNode item)
    {
        if (item.Picture is { } picture)
            Write(text, picture);
        if (item.Lead is { } lead)
            Write(text.Append(lead.Target).Append(lead.Separator), lead.Label);
        Write(text.Append('|'), item.Rest);
    }

    private static void Write(StringBuilder text, IEnumerable<BodyNode> nodes)
    {
        foreach (var node in nodes)
            Write(text, node);
    }
}
