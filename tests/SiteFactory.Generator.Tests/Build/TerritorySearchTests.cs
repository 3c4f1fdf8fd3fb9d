using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>The search over the whole territory lies on every site, whoever wrote what it finds.</summary>
public sealed class TerritorySearchTests
{
    [Fact]
    public void What_one_commune_writes_for_itself_is_found_from_every_site_at_once()
    {
        using var territory = new TestTerritory();
        using var watching = Generator(territory, territory.Output);
        watching.Build();
        territory.Edit("peltre/pages/village.md", "Un village.", "Un village et son lavoir.");
        Assert.True(watching.Update(["peltre/pages/village.md"], Sample.At).Succeeded);
        using var clean = Generator(territory, territory.Folder("clean"));
        clean.Build();
        foreach (var key in new[] { "metropole", "vany", "jury", "peltre" })
        {
            var expected = territory.Site(key, territory.Folder("clean")).Files();
            var actual = territory.Site(key).Files();
            Assert.Equal(expected.Keys, actual.Keys);
            Assert.All(expected, f => Assert.True(f.Value.AsSpan().SequenceEqual(actual[f.Key]), $"{key}/{f.Key}"));
        }
    }

    private static SiteGenerator Generator(TestTerritory territory, string output) =>
        new(territory.Options(output: output) with { Search = true }, new TerritoireTheme());
}
