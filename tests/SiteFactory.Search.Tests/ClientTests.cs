namespace SiteFactory.Search.Tests;

public sealed class ClientTests : IDisposable
{
    private static readonly SearchDocument[] Site =
    [
        new("/dechets/", "Les déchets", "page", "La collecte et le tri.", "Les ordures ménagères sont collectées le mardi. Sortez les bacs la veille."),
        new("/decheterie/", "La déchèterie", "page", null, "La déchèterie accueille les encombrants et les gravats des habitants."),
        new("/cantine/", "Restauration scolaire", "page", "Les repas des enfants.", "L’inscription au restaurant scolaire se fait en ligne. Le menu de la semaine est affiché."),
        new("/ecoles/", "Les écoles", "page", null, "L’école maternelle et l’école élémentaire accueillent les élèves de la commune. L’inscription se fait en mairie."),
        new("/piscine/", "La piscine", "directory", null, "Le bassin est ouvert tous les jours sauf le lundi."),
        new("/actualites/ancienne/", "Travaux à la piscine", "news", null, "Le bassin sera vidé.", "2019-03-01"),
        new("/actualites/recente/", "Travaux à la piscine", "news", null, "Le bassin sera vidé.", "2026-11-10", "Metz Métropole"),
        new("/identite/", "Carte nationale d’identité et passeport", "service", null, "Prenez rendez-vous en mairie avec une photographie."),
        new("/qui-sommes-nous/", "Qui sommes-nous ?", "page", null, "Une équipe au service des habitants."),
        new("/fourriere/", "Animaux errants", "page", null, "La fourrière recueille les chiens trouvés. Téléphonez à la mairie."),
    ];

    private readonly ClientRunner _client = new(Site);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("dechetterie", "/decheterie/")]
    [InlineData("déchèterie", "/decheterie/")]
    [InlineData("DÉCHETTERIES", "/decheterie/")]
    [InlineData("de\u0301che\u0301tterie", "/decheterie/")]
    [InlineData("poubelles", "/dechets/")]
    [InlineData("Poubelle", "/dechets/")]
    [InlineData("déchet", "/dechets/")]
    [InlineData("ecole", "/ecoles/")]
    [InlineData("l’école", "/ecoles/")]
    [InlineData("cantine", "/cantine/")]
    [InlineData("comment inscrire mon enfant à la cantine", "/cantine/")]
    [InlineData("cni", "/identite/")]
    [InlineData("mon chien a disparu", "/fourriere/")]
    [InlineData("où jeter un vieux canapé ?", "/decheterie/")]
    [InlineData("rdv photo passeport", "/identite/")]
    [InlineData("qui", "/qui-sommes-nous/")]
    public void FindsWhatPeopleMean(string query, string url) => Assert.Equal(url, _client.Search(query).Urls.FirstOrDefault());

    [Theory]
    [InlineData("dech")]
    [InlineData("déchè")]
    [InlineData("decheter")]
    public void FindsTheBeginningOfTheLastWord(string query) => Assert.Contains("/decheterie/", _client.Search(query).Urls[..2]);

    [Theory]
    [InlineData("pisicne", "piscine")]
    [InlineData("pscine", "piscine")]
    [InlineData("pissine", "piscine")]
    [InlineData("iscine", "piscine")]
    [InlineData("bpiscine", "piscine")]
    [InlineData("oiscine", "piscine")]
    public void ForgivesOneWrongLetterAndSaysSo(string query, string meant)
    {
        var found = _client.Search(query);
        Assert.Equal("/piscine/", found.Urls[0]);
        Assert.Equal(meant, found.DidYouMean);
    }

    [Fact]
    public void ForgivesTwoInALongWord() => Assert.Equal("/cantine/", _client.Search("restoration scolere").Urls[0]);

    [Fact]
    public void GivesTheBestPartialMatchesWhenNotAllWordsMatch()
    {
        var found = _client.Search("piscine zyxwvut olympique");
        Assert.Equal("/piscine/", found.Urls[0]);
        Assert.Equal(3, found.Total);
    }

    [Fact]
    public void FindsNothingForWhatIsNowhere()
    {
        var found = _client.Search("zyxwvuts");
        Assert.Empty(found.Results);
        Assert.Equal(0, found.Total);
        Assert.Null(found.DidYouMean);
    }

    [Fact]
    public void NewsFadeWithAge()
    {
        string[] urls = [.. _client.Search("travaux piscine").Urls];
        Assert.True(Array.IndexOf(urls, "/actualites/recente/") < Array.IndexOf(urls, "/actualites/ancienne/"));
    }

    [Fact]
    public void ResultsTellKindDateOriginAndWordsInContext()
    {
        var news = _client.Search("bassin vidé", kind: "news").Results[0];
        Assert.Equal("news", news.Kind);
        Assert.Equal("2026-11-10", news.Date);
        Assert.Equal("Metz Métropole", news.Origin);
        Assert.Equal(["bassin", "vidé"], news.ExcerptParts.Where(part => part.Match).Select(part => part.Text));
        Assert.Equal("Le bassin sera vidé.", string.Concat(news.ExcerptParts.Select(part => part.Text)));
    }

    [Fact]
    public void KindsCanBeChosen()
    {
        var found = _client.Search("piscine", kind: "directory");
        Assert.Equal(["/piscine/"], found.Urls);
        Assert.Equal(1, found.Total);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public void AQueryWithoutWordsFindsNothing(string query) => Assert.Empty(_client.Search(query).Results);
}
