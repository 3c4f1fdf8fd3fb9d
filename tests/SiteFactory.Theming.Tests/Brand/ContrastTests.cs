using SiteFactory.Theming.Brand;

namespace SiteFactory.Theming.Tests.Brand;

public sealed class ContrastTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    [InlineData("#003d7c", "#ffffff", 10.72)]
    [InlineData("#e2007a", "#ffffff", 4.65)]
    public void Ratio_is_the_one_of_wcag(string one, string other, double expected)
    {
        Assert.Equal(expected, Contrast.Ratio(Colors.Of(one), Colors.Of(other)), 0.01);
        Assert.Equal(expected, Contrast.Ratio(Colors.Of(other), Colors.Of(one)), 0.01);
    }

    [Fact]
    public void Every_colour_survives_the_way_to_oklch_and_back()
    {
        foreach (var color in Colors.Grid(17))
        {
            Assert.Equal(color, Oklch.From(color).ToColor());
        }
    }

    [Theory]
    [InlineData(0.5, 0.4, 2.5)]
    [InlineData(0.99, 0.3, 0.5)]
    [InlineData(0.02, 0.3, 4.4)]
    public void Colour_out_of_gamut_keeps_its_lightness(double lightness, double chroma, double hue) =>
        Assert.Equal(lightness, Oklch.From(new Oklch(lightness, chroma, hue).ToColor()).Lightness, 0.02);
}

internal static class Colors
{
    public static Color Of(string hex) => Color.Parse(hex) ?? throw new ArgumentException(hex, nameof(hex));

    /// <summary>Every colour whose channels are multiples of the step, white included.</summary>
    public static IEnumerable<Color> Grid(int step)
    {
        for (var r = 0; r <= 255; r += step)
        {
            for (var g = 0; g <= 255; g += step)
            {
                for (var b = 0; b <= 255; b += step)
                {
                    yield return new((byte)r, (byte)g, (byte)b);
                }
            }
        }
    }
}
