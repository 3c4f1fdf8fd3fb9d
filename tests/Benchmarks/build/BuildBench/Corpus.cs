namespace SiteFactory.Benchmarks.Build;

/// <summary>A text of the corpus: what both generators are given in their own form.</summary>
/// <param name="Folder">From the site's root: <c>vie-locale/ecoles</c>; empty for the lists.</param>
internal sealed record CorpusItem(string Folder, string Slug, string Title, string Summary, string Body, DateOnly Day, int Hour, string Topic);

/// <summary>One site of the corpus.</summary>
internal sealed record CorpusSite(
    string Key, string Name, string Insee, IReadOnlyList<CorpusItem> Pages, IReadOnlyList<CorpusItem> News, IReadOnlyList<CorpusItem> Events, IReadOnlyList<CorpusItem> Directory);

/// <summary>How much each site holds.</summary>
internal sealed record CorpusSize(int Communes, int Pages = 60, int News = 60, int Events = 40, int Directory = 20, int MetropoleNews = 150, int MetropoleEvents = 100);

/// <summary>An invented territory: the same for the same size, on any machine.</summary>
internal sealed class Corpus
{
    public static readonly (string Key, string Label)[] Topics =
        [("culture", "Culture"), ("ecole", "École"), ("sport", "Sport"), ("travaux", "Travaux"), ("dechets", "Déchets"), ("solidarite", "Solidarité")];

    private static readonly string[] Starts = ["Saint-Aubert", "Champvert", "Montrieux", "Vauclair", "Belmont", "Rosières", "Fontenoy", "Chantemerle"];
    private static readonly string[] Ends = ["sur-Orne", "les-Vignes", "en-Plaine", "le-Haut", "aux-Bois", "la-Rivière", "les-Étangs"];
    private static readonly string[] Sections = ["ma-mairie", "vie-locale", "enfance", "cadre-de-vie", "demarches-utiles"];

    private readonly Words _words = new();
    private readonly CorpusSize _size;

    public Corpus(CorpusSize size)
    {
        _size = size;
        Metropole = new("metropole", "Métropole des Trois Rivières", "", [], Items(size.MetropoleNews, "m"), Items(size.MetropoleEvents, "m"), []);
        Communes = [.. Enumerable.Range(0, size.Communes).Select(Commune)];
    }

    public CorpusSite Metropole { get; }

    public IReadOnlyList<CorpusSite> Communes { get; }

    private CorpusSite Commune(int number)
    {
        var name = Starts[number % Starts.Length] + "-" + Ends[number / Starts.Length % Ends.Length];
        var round = number / (Starts.Length * Ends.Length);
        name = round == 0 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{round + 1}");
        var insee = (57001 + number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(Words.Slug(name), name, insee, Pages(), Items(_size.News, ""), Items(_size.Events, ""), Items(_size.Directory, ""));
    }

    private List<CorpusItem> Pages() =>
        [.. Enumerable.Range(0, _size.Pages).Select(i => Item(i, "") with { Folder = Sections[i % Sections.Length] })];

    private List<CorpusItem> Items(int count, string prefix) => [.. Enumerable.Range(0, count).Select(i => Item(i, prefix))];

    private CorpusItem Item(int number, string prefix)
    {
        var title = _words.Title();
        return new(
            "",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Words.Slug(title)}-{prefix}{number}"),
            title,
            _words.Sentence(),
            _words.Body(),
            new DateOnly(2026, 1, 1).AddDays(_words.Next(420)),
            8 + _words.Next(12),
            Topics[_words.Next(Topics.Length)].Key);
    }
}
