using System.Text;
using SiteFactory.Search.French;

namespace SiteFactory.Search.Tests;

public sealed class FrenchAnalysisTests
{
    private static readonly (string Word, string Stem)[] Table =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Snowball", "french.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(pair => (pair[0], pair[1])),
    ];

    [Fact]
    public void StemsAreThoseThatSnowballPublishes()
    {
        Assert.True(Table.Length > 300);
        Assert.Equal(Table.Select(pair => pair), Table.Select(pair => (pair.Word, FrenchStemmer.Stem(pair.Word))));
    }

    [Fact]
    public void TheClientStemsAndCutsAsTheIndexDoes()
    {
        var rules = Thesaurus.Municipal.Rules.SelectMany(rule => rule.From.Concat(rule.To));
        string[] words = [.. Table.Select(pair => pair.Word).Concat(rules).Distinct(StringComparer.Ordinal)];
        string[] texts =
        [
            "L’école d’aujourd’hui, qu’il faut", "porte-à-porte ; rendez-vous, puis-je, adressez-vous", "5ème étage, 1er et 2nde, 3e",
            "Œuvre, cœur et LÆTITIA", "prud’hommes O’Neil jusqu’à presqu’île", "Marly-d’Eau, Saint-Privat-la-Montagne",
            "e\u0301cole de\u0301che\u0300terie", "03 87 00 00 00, contact@exemple.fr", "ﬁn naïve maïs haïr", "l'l'été t-shirt -tiret",
        ];
        using var client = new ClientRunner();
        Assert.Equal(words.Select(FrenchStemmer.Stem), client.Stems(words));
        Assert.Equal(texts.Select(Tokens), client.Words(texts));
    }

    [Theory]
    [InlineData("Déchèterie", "decheterie")]
    [InlineData("De\u0301che\u0300terie", "decheterie")]
    [InlineData("ŒUVRE", "oeuvre")]
    [InlineData("ex æquo", "ex aequo")]
    [InlineData("Noël, où ça ? ÇÀ ET LÀ", "noel, ou ca ? ca et la")]
    [InlineData("l’Été", "l'ete")]
    [InlineData("ﬁn 1º", "fin 1o")]
    public void FoldingForgetsCaseAccentsAndLigatures(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("l’école", "ecole")]
    [InlineData("L'ÉCOLE", "ecole")]
    [InlineData("jusqu’à lorsqu'elle", "a elle")]
    [InlineData("aujourd’hui", "aujourdhui")]
    [InlineData("d'aujourd'hui", "aujourdhui")]
    [InlineData("prud’hommes", "prudhommes")]
    [InlineData("O’Neil", "o neil")]
    public void ElidedWordsFallAway(string text, string words) => Assert.Equal(words.Split(' '), Tokens(text));

    [Theory]
    [InlineData("porte-à-porte", "porte a porte porteaporte")]
    [InlineData("rendez-vous", "rendez vous rendezvous")]
    [InlineData("puis-je", "puis je")]
    [InlineData("Ban\u2011Saint\u2010Martin", "ban saint martin bansaintmartin")]
    [InlineData("week-end.", "week end weekend")]
    public void CompoundsGiveTheirPartsAndThemselves(string text, string words) => Assert.Equal(words.Split(' '), Tokens(text));

    [Theory]
    [InlineData("5ème")]
    [InlineData("5e")]
    [InlineData("5EME")]
    public void OrdinalsAreWrittenInOneWay(string text) => Assert.Equal(["5e"], Tokens(text));

    [Fact]
    public void BothWaysOfWritingAnAccentAreOne()
    {
        const string Text = "Déchèterie intercommunale : accès l’été";
        Assert.Equal(Tokens(Text), Tokens(Text.Normalize(NormalizationForm.FormD)));
    }

    private static string[] Tokens(string text)
    {
        List<string> tokens = [];
        Tokenizer.Tokenize(Folding.Compose(text), token => tokens.Add(Folding.Fold(token.ToString())));
        return [.. tokens];
    }
}
