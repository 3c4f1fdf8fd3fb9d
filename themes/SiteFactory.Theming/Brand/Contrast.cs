namespace SiteFactory.Theming.Brand;

/// <summary>Relative luminance and contrast ratio as WCAG 2.2 defines them.</summary>
public static class Contrast
{
    /// <summary>Text (WCAG 2.2, 1.4.3, level AA).</summary>
    public const double Text = 4.5;

    /// <summary>Large text, parts of controls and the focus ring (1.4.3 and 1.4.11).</summary>
    public const double Graphics = 3;

    /// <summary>From 0, black, to 1, white.</summary>
    public static double Luminance(Color color) =>
        0.2126 * SRgb.Linear(color.Red) + 0.7152 * SRgb.Linear(color.Green) + 0.0722 * SRgb.Linear(color.Blue);

    /// <summary>From 1, the same, to 21, black on white.</summary>
    public static double Ratio(Color one, Color other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }
}

/// <summary>Two colours that a theme puts together.</summary>
/// <param name="Name">What a reader sees there, for messages and tests.</param>
public readonly record struct ContrastPair(string Name, Color Foreground, Color Background, double Minimum)
{
    /// <summary>The ratio there is.</summary>
    public double Ratio => Contrast.Ratio(Foreground, Background);

    /// <summary>Whether it can be read.</summary>
    public bool Passes => Ratio >= Minimum;
}
