using SiteFactory.Search.French;

namespace SiteFactory.Search.Tests;

public sealed class ThesaurusTests
{
    [Fact]
    public void TheMunicipalFileIsWellFormed()
    {
        Assert.Empty(Thesaurus.Municipal.Faults);
        Assert.True(Thesaurus.Municipal.Rules.Select(rule => rule.Line).Distinct().Count() >= 250);
        Assert.True(Thesaurus.Municipal.Rules.Select(rule => string.Join(' ', rule.From)).Distinct(StringComparer.Ordinal).Count() >= 800);
    }

    [Fact]
    public void FaultsNameTheirLine()
    {
        var thesaurus = Thesaurus.Parse("# rien\n\npoubelle déchet\nbac =>\ndeux mots = un\nle => déchet\nbac => déchet", StopWords.French);
        Assert.Equal(["3", "4", "5", "6"], thesaurus.Faults.Select(fault => fault.Split(':')[0]));
        Assert.Single(thesaurus.Rules);
    }

    [Fact]
    public void ARuleIsReadWithItsSignItsWordingsAndWithoutEmptyWords()
    {
        var rules = Thesaurus.Parse("carte d’identité, cni <=> titres", StopWords.French).Rules;
        Assert.Equal(4, rules.Count);
        Assert.Equal(["carte", "identité"], rules[0].From);
        Assert.Equal(["titres"], rules[0].To);
        Assert.Equal(["titres"], rules[1].From);
    }

    [Fact]
    public void StopWordsComeInThreeStrengths()
    {
        Assert.True(StopWords.French.IsEmpty("dans"));
        Assert.True(StopWords.French.IsEmpty("x"));
        Assert.False(StopWords.French.IsEmpty("5"));
        Assert.Contains("comment", StopWords.French.WeakStems);
        Assert.Contains("horair", StopWords.French.LightStems);
        Assert.Throws<FormatException>(() => StopWords.Parse("[autre]\nmot"));
    }
}
