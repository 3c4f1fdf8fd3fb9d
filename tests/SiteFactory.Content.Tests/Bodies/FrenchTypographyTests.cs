using SiteFactory.Content.Bodies;

namespace SiteFactory.Content.Tests.Bodies;

/// <summary>Tables of French typography; ~ stands for a no-break space (U+00A0), _ for a thin one (U+202F).</summary>
public class FrenchTypographyTests
{
    [Theory]
    [InlineData("L'école d'été", "L’école d’été")]
    [InlineData("Bonjour !", "Bonjour_!")]
    [InlineData("Bonjour!", "Bonjour_!")]
    [InlineData("Quoi ?", "Quoi_?")]
    [InlineData("Quoi ?!", "Quoi_?!")]
    [InlineData("Un ; deux", "Un_; deux")]
    [InlineData("Horaires : 9 h", "Horaires~: 9~h")]
    [InlineData("Horaires: lundi", "Horaires~: lundi")]
    [InlineData("à 14:30", "à 14:30")]
    [InlineData("un ratio 16:9", "un ratio 16:9")]
    [InlineData("9 h 30 et 14 h", "9~h~30 et 14~h")]
    [InlineData("82 % et 5%", "82~% et 5~%")]
    [InlineData("3,90 € ou 10€", "3,90~€ ou 10~€")]
    [InlineData("120 m³, 14 km, 20 °C, 3 kg", "120~m³, 14~km, 20~°C, 3~kg")]
    [InlineData("2 188 habitants", "2_188 habitants")]
    [InlineData("1 234 567 euros", "1_234_567 euros")]
    [InlineData("en 2026 150 personnes", "en 2026 150 personnes")]
    [InlineData("03 87 00 00 00", "03~87~00~00~00")]
    [InlineData("le 14 septembre 2026", "le 14~septembre 2026")]
    [InlineData("14 septembristes", "14 septembristes")]
    [InlineData("article n° 5", "article n°~5")]
    [InlineData("M. Dupont", "M.~Dupont")]
    [InlineData("Il dit \"oui\".", "Il dit «~oui~».")]
    [InlineData("\"Oui\" et \"non\"", "«~Oui~» et «~non~»")]
    [InlineData("« oui »", "«~oui~»")]
    [InlineData("«oui»", "«~oui~»")]
    [InlineData("l'\"école\"", "l’«~école~»")]
    [InlineData("un écran de 24\" neuf", "un écran de 24&quot; neuf")]
    [InlineData("Attendez...", "Attendez…")]
    [InlineData("Attendez....", "Attendez....")]
    [InlineData("un mot - un autre", "un mot – un autre")]
    [InlineData("un mot -- un autre", "un mot – un autre")]
    [InlineData("Saint-Privat-la-Montagne", "Saint-Privat-la-Montagne")]
    [InlineData("9-12", "9-12")]
    [InlineData("**Attention** : danger", "<strong>Attention</strong>~: danger")]
    [InlineData("**Attention :** danger", "<strong>Attention~:</strong> danger")]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("Tom &amp; Léa &copy; 2026", "Tom &amp; Léa © 2026")]
    public void Text_is_set_as_French_printers_do(string written, string set) =>
        Assert.Equal($"<p>{Spaced(set)}</p>\n", Html(written));

    [Theory]
    [InlineData("`l'a \"b\" !`", "<code>l&#39;a &quot;b&quot; !</code>")]
    [InlineData("<https://x.example/?a=1;b=2...>", "<a href=\"https://x.example/?a=1;b=2...\" class=\"external\" rel=\"noopener\">https://x.example/?a=1;b=2...</a>")]
    [InlineData("[x](https://x.example/l'a?b=1:2...)", "<a href=\"https://x.example/l&#39;a?b=1:2...\" class=\"external\" rel=\"noopener\">x</a>")]
    public void Code_and_addresses_are_left_alone(string written, string html) => Assert.Equal($"<p>{html}</p>\n", Html(written));

    [Fact]
    public void A_code_block_is_left_alone() =>
        Assert.Equal("<pre tabindex=\"0\"><code>l&#39;a  \"b\" ...\n</code></pre>\n".Replace("\"b\"", "&quot;b&quot;", StringComparison.Ordinal), Html("```\nl'a  \"b\" ...\n```"));

    [Fact]
    public void Quotes_do_not_reach_over_blocks() =>
        Assert.Equal(Spaced("<p>«~Ouvert</p>\n<p>«~Encore~»</p>\n"), Html("\"Ouvert\n\n\"Encore\""));

    [Fact]
    public void Decomposed_letters_are_composed() => Assert.Equal("<p>école</p>\n", Html("e\u0301cole"));

    private static string Html(string markdown) =>
        string.Concat(BodyParser.Parse(markdown).Nodes.Cast<HtmlNode>().Select(n => n.Html));

    private static string Spaced(string text) => text.Replace('~', '\u00a0').Replace('_', '\u202f');
}
