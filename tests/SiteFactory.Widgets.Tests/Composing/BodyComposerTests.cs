using SiteFactory.Theming.Bodies;

namespace SiteFactory.Widgets.Tests.Composing;

public class BodyComposerTests
{
    private static readonly BodyComposer Composer = new(Directives.All);

    private static string Html(string markdown) => Rendering.Html(Compose(markdown).Fragment);

    private static ComposedBody Compose(string markdown) => Composer.Compose(markdown, new SampleContext());

    [Fact]
    public void Text_becomes_paragraphs_in_French_typography() =>
        Assert.Equal("<p>L’école est ouverte\u202f!</p>\n", Html("L'école est ouverte !"));

    [Fact]
    public void A_path_leads_where_the_showing_site_has_the_page() =>
        Assert.Equal("<p>Voir <a href=\"/cadre-de-vie/dechets/\">les déchets</a>.</p>\n", Html("Voir [les déchets](/dechets/)."));

    [Fact]
    public void A_paragraph_of_pictures_becomes_figures()
    {
        var html = Html("![La mairie](media/mairie.jpg \"La façade\")");
        Assert.StartsWith("<figure", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"La mairie\"", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption>La façade", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_media_file_says_what_it_is() =>
        Assert.Equal("<p>Le <a class=\"w-file\" href=\"/medias/plan.pdf\">plan <span class=\"w-file-detail\">(PDF, 120 Ko)</span></a>.</p>\n", Html("Le [plan](media/plan.pdf)."));

    [Theory]
    [InlineData("![x](media/absente.jpg)", "picture-missing")]
    [InlineData("![](media/x.jpg)", "picture-without-alt")]
    [InlineData("![x](https://ailleurs.example/x.jpg)", "picture-external")]
    [InlineData("[x](media/absent.pdf)", "file-missing")]
    [InlineData("::: galerie\n:::", "directive-unknown")]
    public void A_fault_has_its_line(string markdown, string code)
    {
        var fault = Assert.Single(Compose("Un paragraphe.\n\n" + markdown).Faults);
        Assert.Equal((code, 3), (fault.Code, fault.Line));
    }

    [Theory]
    [InlineData("Du texte, un [lien](https://example.org), *rien* d’autre.", false)]
    [InlineData("Un [lien](/page/)", true)]
    [InlineData("Un [lien][1]\n\n[1]: /page/", true)]
    [InlineData("Un [fichier](metropole/media/x.pdf)", true)]
    [InlineData("![x](y.jpg)", true)]
    [InlineData("::: hours\n:::", true)]
    public void Only_what_a_site_resolves_needs_a_context(string markdown, bool needs) =>
        Assert.Equal(needs, Composer.NeedsContext(markdown));
}
