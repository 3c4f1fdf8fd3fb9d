using System.Globalization;
using System.Text;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Content.Tests.Slugs;

public class SlugTests
{
    [Theory]
    [InlineData("Conseil municipal", "conseil-municipal")]
    [InlineData("L’école d'été", "l-ecole-d-ete")]
    [InlineData("Œuvres & sœurs", "oeuvres-soeurs")]
    [InlineData("Ex æquo", "ex-aequo")]
    [InlineData("Straße", "strasse")]
    [InlineData("Çà et là, déjà !", "ca-et-la-deja")]
    [InlineData("Noël — Fête – 2026", "noel-fete-2026")]
    [InlineData("  À   l’ouest  ", "a-l-ouest")]
    [InlineData("ÉLÉMENTAIRE", "elementaire")]
    [InlineData("Budget 2026 : 1,5 M€", "budget-2026-1-5-m")]
    [InlineData("Lorry-lès-Metz", "lorry-les-metz")]
    [InlineData("L'Haÿ-les-Roses", "l-hay-les-roses")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ísland Øst", "island-ost")]
    [InlineData("İstanbul I ı", "istanbul-i-i")]
    [InlineData("Été\u00a0: horaires", "ete-horaires")]
    [InlineData("a/b\\c", "a-b-c")]
    [InlineData("🎄", "")]
    [InlineData("---", "")]
    public void A_title_becomes_a_slug(string title, string expected)
    {
        Assert.Equal(expected, Slug.From(title));
        Assert.Equal(expected, Slug.From(title.Normalize(NormalizationForm.FormD)));
        Assert.Equal(expected, Slug.From(expected));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fr-FR")]
    [InlineData("az-Latn-AZ")]
    public void The_culture_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal("infos-illkirch", Slug.From("INFOS Illkirch"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("a-b-2", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("é", false)]
    [InlineData("a\n", false)]
    public void Slugs_are_recognised(string text, bool expected) => Assert.Equal(expected, Slug.IsSlug(text));
}
