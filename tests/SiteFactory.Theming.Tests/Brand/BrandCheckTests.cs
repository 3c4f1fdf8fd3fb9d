using SiteFactory.Theming.Brand;
using SiteFactory.Theming.Tests.French;

namespace SiteFactory.Theming.Tests.Brand;

public sealed class BrandCheckTests
{
    private static readonly Color Primary = Colors.Of("#003d7c");

    [Theory]
    [InlineData("#8a1538")]
    [InlineData("#c4005f")]
    [InlineData("#00707a")]
    [InlineData("#4a5d00")]
    [InlineData("#000000")]
    public void Readable_colour_is_kept(string accent)
    {
        var verdict = BrandCheck.Check(Primary, Colors.Of(accent));
        Assert.True(verdict.IsReadable);
        Assert.Equal(Colors.Of(accent), verdict.Tokens.Accent);
    }

    [Theory]
    [InlineData("#f5c400")]
    [InlineData("#ff6600")]
    [InlineData("#7fd1ae")]
    [InlineData("#ffffff")]
    public void Unreadable_colour_is_refused_with_a_proposal(string accent)
    {
        var fault = Assert.Single(BrandCheck.Check(Primary, Colors.Of(accent)).Faults);
        Assert.Equal("accent", fault.Token);
        Assert.Contains(accent, fault.Message, StringComparison.Ordinal);
        Assert.Contains(fault.Proposed.ToString(), fault.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_is_a_french_sentence() => Assert.Equal(
        "La couleur d’accent #f5c400 ne se lit pas : pour un texte de cette couleur sur le fond de la page, le contraste est de 1,5:1 alors qu’il en faut au moins 4,5:1.",
        FrenchDatesTests.Plain(BrandCheck.Check(Primary, Colors.Of("#f5c400")).Faults[0].Message));

    [Fact]
    public void Proposed_colour_always_passes_and_keeps_its_hue()
    {
        foreach (var color in Colors.Grid(51))
        {
            var tokens = BrandCheck.Check(color, color).Tokens;
            Assert.True(BrandCheck.Check(tokens.Primary, tokens.Accent).IsReadable, color.ToString());
            var (given, proposed) = (Oklch.From(color), Oklch.From(tokens.Accent));
            if (proposed.Chroma > 0.02)
            {
                Assert.True(Math.Cos(given.Hue - proposed.Hue) > 0.99, $"{color} became {tokens.Accent}");
            }
        }
    }

    [Fact]
    public void Proposal_is_the_nearest_shade()
    {
        var proposed = BrandCheck.Check(Primary, Colors.Of("#ff6600")).Tokens.Accent;
        Assert.InRange(Contrast.Ratio(proposed, Color.White), 4.5, 4.8);
    }

    [Fact]
    public void Every_pair_of_every_checked_brand_can_be_read_in_light_and_dark()
    {
        foreach (var color in Colors.Grid(51))
        {
            var tokens = BrandCheck.Check(color, color).Tokens;
            Assert.All(tokens.Light.Pairs(), pair => Assert.True(pair.Passes, $"{color} light {pair}"));
            Assert.All(tokens.Dark.Pairs(), pair => Assert.True(pair.Passes, $"{color} dark {pair}"));
        }
    }
}
