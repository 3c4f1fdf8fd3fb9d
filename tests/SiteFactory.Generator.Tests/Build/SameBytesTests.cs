using System.Globalization;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>Promise 3: the same snapshot gives the same bytes, on any machine, in any time zone, in any culture.</summary>
public sealed class SameBytesTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fr-FR")]
    public void Another_culture_gives_the_same_bytes(string culture)
    {
        using var territory = WithLongLists();
        territory.Built();
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture);
        try
        {
            var other = CultureInfo.GetCultureInfo(culture);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture) = (other, other, other);
            territory.Build(output: territory.Folder("other"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture) = before;
        }
        SameSites(territory, "other");
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "1")]
    [InlineData("America/Los_Angeles", "7")]
    public void Another_time_zone_and_another_number_of_processors_give_the_same_bytes(string zone, string processors)
    {
        using var territory = WithLongLists();
        territory.Built();
        using var process = Crasher.Start(
            territory.Folder("other"), rounds: 1, [territory.Content], ("TZ", zone), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("DOTNET_PROCESSOR_COUNT", processors));
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        SameSites(territory, "other");
    }

    [Fact]
    public void Building_again_gives_the_same_bytes()
    {
        using var territory = WithLongLists();
        territory.Built();
        using var generator = new SiteGenerator(territory.Options() with { Clean = true }, new Themes.Territoire.TerritoireTheme());
        var before = new[] { "metropole", "vany", "jury", "peltre" }.ToDictionary(k => k, k => territory.Site(k).Files());
        var report = generator.Build();
        Assert.All(report.Sites, s => Assert.Equal((SiteOutcome.Built, 0), (s.Outcome, s.Reused)));
        foreach (var (key, files) in before)
            Same(files, territory.Site(key).Files());
    }

    private static TestTerritory WithLongLists()
    {
        var territory = new TestTerritory { Search = true };
        for (var i = 1; i <= 14; i++)
            territory.Set(string.Create(CultureInfo.InvariantCulture, $"vany/news/2026-08-{i:00}-i{i}.md"), string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Istanbul {i}\ndate: 2026-08-{i:00}\ntopics: [sport]\n---\n## Titre\n"));
        return territory;
    }

    private static void SameSites(TestTerritory territory, string folder)
    {
        foreach (var key in new[] { "metropole", "vany", "jury", "peltre" })
            Same(territory.Site(key).Files(), territory.Site(key, territory.Folder(folder)).Files());
    }

    private static void Same(SortedDictionary<string, byte[]> a, SortedDictionary<string, byte[]> b)
    {
        Assert.Equal(a.Keys, b.Keys);
        Assert.All(a, f => Assert.True(f.Value.AsSpan().SequenceEqual(b[f.Key]), f.Key));
    }
}
