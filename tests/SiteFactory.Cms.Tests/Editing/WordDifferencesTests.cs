using SiteFactory.Cms.Editing.Differences;

namespace SiteFactory.Cms.Tests.Editing;

/// <summary>What changed between two texts, as somebody would tell it.</summary>
public sealed class WordDifferencesTests
{
    [Theory]
    [InlineData("Fermé (Noël)", "Fermé (Noël)\nle 1er janvier (jour de l’an)", "Fermé (Noël)[+\nle 1er janvier (jour de l’an)+]")]
    [InlineData("un ;\ndeux ;\ntrois", "un ;\ntrois", "un ;\n[-deux ;\n-]trois")]
    [InlineData("un (a)\ndeux (b)", "un (a)", "un (a)[-\ndeux (b)-]")]
    [InlineData("Le marché ouvre.", "Le marché rouvre bientôt.", "Le marché [-ouvre-][+rouvre bientôt+].")]
    [InlineData("", "Tout est neuf.", "[+Tout est neuf.+]")]
    public void Changes_are_told_where_a_reader_sees_them(string before, string after, string told)
    {
        var pieces = WordDifferences.Between(before, after);
        Assert.Equal(told, string.Concat(pieces.Select(p => p.Change switch { Change.Added => $"[+{p.Text}+]", Change.Removed => $"[-{p.Text}-]", _ => p.Text })));
        Assert.Equal(before, string.Concat(pieces.Where(p => p.Change != Change.Added).Select(p => p.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(p => p.Change != Change.Removed).Select(p => p.Text)));
    }
}
