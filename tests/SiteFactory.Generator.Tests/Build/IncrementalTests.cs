using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Release;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>Promise 2: an incremental build's output is byte for byte that of a clean build.</summary>
public sealed class IncrementalTests
{
    private const int StepsPerSeed = 12;

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(8, false)]
    public void Whatever_is_edited_the_bytes_are_those_of_a_clean_build(int seed, bool keepsPlans)
    {
        using var territory = new TestTerritory { Search = true };
        var edits = new RandomEdits(territory, seed);
        var output = territory.Folder("watched");
        using var watching = new SiteGenerator(territory.Options(output: output) with { CatchUpLater = true, KeepsPlans = keepsPlans }, new TerritoireTheme());
        watching.Build();
        territory.Build();
        var built = 0;
        for (var step = 0; step < StepsPerSeed; step++)
        {
            var changed = edits.Next();
            // Some updates find a spare tree of each site, some of a few, some of none.
            if (step % 3 == 1)
                watching.CatchUp();
            var watched = watching.Update(changed, edits.Now);
            if (step % 3 != 2)
                watching.CatchUp();
            var again = territory.Build(edits.Now);
            var folder = territory.Folder($"clean-{step}");
            var clean = territory.Build(edits.Now, folder);
            var withSearch = step % 3 != 2;
            var story = $"seed {seed}, step {step}:\n{string.Join('\n', edits.Done)}";
            Compare(clean, folder, watched, output, "a watching process, " + story, withSearch);
            Compare(clean, folder, again, territory.Output, "a new process, " + story, withTerritory: true);
            Directory.Delete(folder, recursive: true);
            built += clean.Sites.Count(s => s.Outcome == SiteOutcome.Built);
        }
        // Refused sites prove nothing.
        Assert.True(built >= StepsPerSeed, $"Only {built} sites were built.");
    }

    [Fact]
    public void An_item_that_stays_is_planned_anew_when_a_closure_is_over_or_its_text_shows_something_else()
    {
        using var territory = new TestTerritory();
        territory.Edit("vany/events/theatre.md", "Théâtre\n", "Théâtre\nsummary: Une pièce.\n");
        territory.Set("vany/events/theatre.md", territory.Get("vany/events/theatre.md") + "\n::: news {limit=3}\n:::\n");
        territory.Edit("vany/directory/mairie.md", "from: 2026-12-24, to: 2026-12-31", "from: 2026-11-16, to: 2026-11-20");
        var output = territory.Folder("watched");
        using var watching = territory.Generator(Sample.At, output);
        watching.Build();
        var after = Instant.FromUtc(2026, 12, 1, 8, 0);
        AssertClean(watching.Update(new HashSet<string>(), after), after, "time goes on");
        territory.Edit("vany/news/2026-10-08-vendanges.md", "Les vendanges", "Les dernières vendanges");
        AssertClean(watching.Update(new HashSet<string> { "vany/news/2026-10-08-vendanges.md" }, after), after, "another title");
        Assert.Contains("Les dernières vendanges", File.ReadAllText(Path.Combine(output, "www.vany.example/agenda/theatre/index.html")), StringComparison.Ordinal);

        void AssertClean(BuildReport report, Instant at, string story)
        {
            var folder = territory.Folder("clean-" + story);
            Compare(territory.Build(at, folder), folder, report, output, story, withTerritory: false);
        }
    }

    private static void Compare(BuildReport clean, string cleanFolder, BuildReport report, string folder, string story, bool withTerritory)
    {
        Assert.True(
            clean.Sites.Select(s => (s.Key, s.Domain, s.Outcome == SiteOutcome.Refused)).SequenceEqual(report.Sites.Select(s => (s.Key, s.Domain, s.Outcome == SiteOutcome.Refused))),
            $"Other sites are refused in {story}\n{TestTerritory.Describe(clean)}\n---\n{TestTerritory.Describe(report)}");
        Assert.True(Errors(clean) == Errors(report), $"Other errors in {story}\n{Errors(clean)}\n---\n{Errors(report)}");
        foreach (var site in clean.Sites.Where(s => s.Outcome != SiteOutcome.Refused))
        {
            var expected = new BuiltSite(Path.Combine(cleanFolder, site.Domain)).Files();
            var actual = new BuiltSite(Path.Combine(folder, site.Domain)).Files();
            if (!withTerritory)
                WithoutTerritory(expected, actual);
            var different = expected.Keys.Union(actual.Keys).Where(f => !expected.TryGetValue(f, out var e) || !actual.TryGetValue(f, out var a) || !e.AsSpan().SequenceEqual(a));
            Assert.True(Card(site, cleanFolder) == Card(site, folder), $"{site.Key} has another card in {story}");
            Assert.True(!different.Any(), $"{site.Key} differs in {story}\n{string.Join('\n', different)}");
        }
    }

    // What was left for later is not there yet.
    private static void WithoutTerritory(params ReadOnlySpan<SortedDictionary<string, byte[]>> sites)
    {
        foreach (var site in sites)
        {
            foreach (var file in site.Keys.Where(f => f.StartsWith("recherche/territoire/", StringComparison.Ordinal)).ToList())
                site.Remove(file);
        }
    }

    private static string? Card(SiteReport site, string folder)
    {
        var store = new ReleaseStore(folder, site.Domain);
        return File.ReadAllText(store.CardFileOf(store.Current!));
    }

    private static string Errors(BuildReport report) =>
        TestTerritory.Describe(report.Faults.Where(f => f.Severity == FaultSeverity.Error));
}
