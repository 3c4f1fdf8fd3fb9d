using System.Globalization;
using System.Text;

namespace SiteFactory.Search.Tests;

public sealed class IndexBuilderTests
{
    private static readonly SearchDocument[] Documents = [.. SyntheticSite.Documents(120)];

    [Fact]
    public void TheSameDocumentsGiveTheSameBytesInAnyOrderAndCulture()
    {
        var expected = Build(Documents);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "tr-TR", "fr-FR", "ar-SA" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Assert.Equal(expected, Build([.. Documents.OrderBy(d => d.Text, StringComparer.Ordinal)]));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void AnalysesOfAnotherBuilderGiveTheSameBytes()
    {
        var others = new SearchIndexBuilder().AnalyzeAll(Documents[..60]);
        var builder = new SearchIndexBuilder();
        var files = builder.Build([.. builder.AnalyzeAll(Documents[60..]), .. others], "2026-11-22");
        Assert.Equal(Build(Documents), files.Select(Describe));
    }

    [Fact]
    public void TheSameWordsElsewhereAreTheirOwnAnalysis()
    {
        SearchDocument[] elsewhere = [.. Documents.Select(d => d with { Url = "https://www.exemple.fr" + d.Url, Origin = "Exemple", Date = "2026-01-02" })];
        var builder = new SearchIndexBuilder();
        var moved = Documents.Zip(elsewhere, (first, other) => builder.Analyze(other with { Text = "", Summary = null, Headings = null, Keywords = null }, builder.Analyze(first)));
        Assert.Equal(Build(elsewhere), builder.Build([.. moved], "2026-11-22").Select(Describe));
    }

    [Fact]
    public void FilesAreNamedByTheirContentExceptTheEntry()
    {
        var files = new SearchIndexBuilder().Build(new SearchIndexBuilder().AnalyzeAll(Documents), "2026-11-22");
        Assert.Single(files, file => string.Equals(file.Path, SearchIndexBuilder.EntryPath, StringComparison.Ordinal));
        Assert.All(
            files.Where(file => !string.Equals(file.Path, SearchIndexBuilder.EntryPath, StringComparison.Ordinal)),
            file => Assert.Matches("^([te]/[0-9a-z]{8}\\.txt|d/[0-9a-z]{8}\\.json)$", file.Path));
    }

    [Fact]
    public void ANewsItemAddedLeavesMostFilesAsTheyWere()
    {
        var news = new SearchDocument("/actualites/nouvelle/", "Une nouvelle piste", "news", null, "La piste ouvre.", "2026-11-22");
        var before = Build(Documents).ToHashSet(StringComparer.Ordinal);
        var after = Build([.. Documents, news]);
        Assert.InRange(after.Count(file => !before.Contains(file)), 1, after.Length / 3);
    }

    [Fact]
    public void AnotherDayChangesNothingButAges()
    {
        var before = Build(Documents).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(before, Build(Documents, "2026-11-23"));
        var changed = Assert.Single(Build(Documents, "2028-01-01"), file => !before.Contains(file));
        Assert.StartsWith("index.json ", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptySiteHasAnEmptyIndex()
    {
        var file = Assert.Single(new SearchIndexBuilder().Build([], "2026-11-22"));
        Assert.Contains("\"count\":0", Encoding.UTF8.GetString(file.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownKindIsRefused() =>
        Assert.Throws<ArgumentException>(() => new SearchIndexBuilder().Analyze(new SearchDocument("/", "Titre", "autre", null, "")));

    private static string[] Build(SearchDocument[] documents, string today = "2026-11-22")
    {
        var builder = new SearchIndexBuilder();
        return [.. builder.Build(builder.AnalyzeAll(documents), today).Select(Describe)];
    }

    private static string Describe(SearchFile file) => $"{file.Path} {Convert.ToBase64String(file.Content)}";
}
