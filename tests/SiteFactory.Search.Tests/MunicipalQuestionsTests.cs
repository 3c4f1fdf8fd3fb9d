using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace SiteFactory.Search.Tests;

/// <summary>84 questions as citizens ask them, over 48 pages of a town hall: Pagefind 1.6 answers 13 of these.</summary>
public sealed partial class MunicipalQuestionsTests(ITestOutputHelper output)
{
    [Fact]
    public void TheRightPageIsAmongTheFirstThree()
    {
        var questions = ReadQuestions();
        using var client = new ClientRunner(ReadPages());
        var found = client.Search(questions.Select(q => q.Question));
        var missed = questions.Zip(found)
            .Where(pair => !pair.Second.Urls.Take(3).Intersect(pair.First.Urls, StringComparer.Ordinal).Any())
            .Select(pair => $"{pair.First.Question} -> {string.Join(' ', pair.Second.Urls.Take(3))}")
            .ToArray();
        foreach (var miss in missed)
            output.WriteLine(miss);
        Assert.Equal(84, questions.Length);
        Assert.InRange(missed.Length, 0, 4);
    }

    private static (string Question, string[] Urls)[] ReadQuestions() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Municipal", "questions.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1].Split(','))),
    ];

    private static IEnumerable<SearchDocument> ReadPages()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Municipal", "pages.md"));
        return Page().Matches(text).Select(page => new SearchDocument(
            page.Groups["url"].Value, page.Groups["title"].Value, "page", page.Groups["summary"].Value, page.Groups["text"].Value));
    }

    [GeneratedRegex(@"^## (?<url>\S+) (?<title>.+)\n(?<summary>.+)\n(?<text>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Page();
}
