namespace SiteFactory.Theming.Brand;

/// <summary>
/// A colour by lightness (0 to 1), chroma and hue (radians), even to the eye: OKLCH, by Björn Ottosson's matrices.
/// Shades and tints are made here, because equal steps look equal and a hue stays itself.
/// </summary>
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>The colour's coordinates.</summary>
    public static Oklch From(Color color)
    {
        var (r, g, b) = (SRgb.Linear(color.Red), SRgb.Linear(color.Green), SRgb.Linear(color.Blue));
        var l = Math.Cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        var m = Math.Cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        var s = Math.Cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        var lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        var a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        var bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new(lightness, Math.Sqrt(a * a + bb * bb), Math.Atan2(bb, a));
    }

    /// <summary>The nearest colour that a screen can show: lightness and hue stay, chroma gives way.</summary>
    public Color ToColor()
    {
        if (TryColor(Chroma) is { } exact)
        {
            return exact;
        }
        var (low, high) = (0.0, Chroma);
        for (var i = 0; i < 20; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = TryColor(middle) is null ? (low, middle) : (middle, high);
        }
        return TryColor(low) ?? (Lightness > 0.5 ? Color.White : Color.Black);
    }

    private Color? TryColor(double chroma)
    {
        var (a, b) = (chroma * Math.Cos(Hue), chroma * Math.Sin(Hue));
        var l = Cube(Lightness + 0.3963377774 * a + 0.2158037573 * b);
        var m = Cube(Lightness - 0.1055613458 * a - 0.0638541728 * b);
        var s = Cube(Lightness - 0.0894841775 * a - 1.2914855480 * b);
        var red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
        var green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
        var blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
        return SRgb.InGamut(red) && SRgb.InGamut(green) && SRgb.InGamut(blue)
            ? new(SRgb.Byte(red), SRgb.Byte(green), SRgb.Byte(blue))
            : null;
    }

    private static double Cube(double value) => value * value * value;
}

/// <summary>The sRGB transfer curve.</summary>
internal static class SRgb
{
    private const double Tolerance = 1e-4;

    public static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    public static bool InGamut(double linear) => linear is >= -Tolerance and <= 1 + Tolerance;

    public static byte Byte(double linear)
    {
        var value = Math.Clamp(linear, 0, 1);
        var encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * Math.Pow(value, 1 / 2.4) - 0.055;
        return (byte)Math.Round(encoded * 255, MidpointRounding.AwayFromZero);
    }
}
