namespace SiteFactory.Theming.Brand;

/// <summary>Looks for the nearest shade of a colour that can be read: same hue, the least change of lightness.</summary>
public static class Readable
{
    /// <summary>Finer than one step of an 8-bit channel.</summary>
    private const double Step = 0.002;

    /// <summary>The colour itself when it passes, else the nearest shade that does; null when none does.</summary>
    public static Color? Nearest(Color color, Func<Color, bool> passes) =>
        passes(color) ? color : Darker(color, passes) is var dark && Lighter(color, passes) is var light
            ? Nearer(Oklch.From(color), dark, light)
            : null;

    /// <summary>The nearest darker shade that passes.</summary>
    public static Color? Darker(Color color, Func<Color, bool> passes) => Search(color, -Step, passes);

    /// <summary>The nearest lighter shade that passes.</summary>
    public static Color? Lighter(Color color, Func<Color, bool> passes) => Search(color, Step, passes);

    private static Color? Search(Color color, double step, Func<Color, bool> passes)
    {
        var start = Oklch.From(color);
        for (var lightness = start.Lightness; lightness is >= 0 and <= 1; lightness += step)
        {
            var shade = (start with { Lightness = lightness }).ToColor();
            if (passes(shade))
            {
                return shade;
            }
        }
        return null;
    }

    private static Color? Nearer(Oklch from, Color? dark, Color? light) => (dark, light) switch
    {
        ({ } d, { } l) => Distance(from, d) <= Distance(from, l) ? d : l,
        _ => dark ?? light,
    };

    private static double Distance(Oklch from, Color color) => Math.Abs(Oklch.From(color).Lightness - from.Lightness);
}
