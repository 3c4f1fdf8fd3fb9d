namespace SiteFactory.Theming.Brand;

/// <summary>Derives a site's light and dark colours from its two brand colours.</summary>
internal static class BrandSchemes
{
    private const double Info = 4.36;
    private const double Success = 2.62;
    private const double Warning = 1.13;
    private const double Danger = 0.47;

    public static BrandScheme Light(Color primary, Color accent)
    {
        var (ink, tone) = (Oklch.From(primary).Hue, Tone(accent));
        var (ground, sunken, soft) = (LightGround(accent), Shade(0.958, 0.8 * tone.Chroma, tone), Shade(0.948, 2 * tone.Chroma, tone));
        Color[] grounds = [ground, Color.White, sunken, soft];
        return new()
        {
            Ground = ground,
            Surface = Color.White,
            Sunken = sunken,
            Text = new Oklch(0.25, 0.022, ink).ToColor(),
            Muted = Darken(new Oklch(0.48, 0.02, ink).ToColor(), grounds, Contrast.Text),
            Border = Shade(0.89, 1.2 * tone.Chroma, tone),
            BorderStrong = Darken(Shade(0.62, 1.5 * tone.Chroma, tone), grounds, Contrast.Graphics),
            Primary = primary,
            PrimaryContrast = Color.White,
            PrimaryText = Darken(primary, grounds, Contrast.Text),
            Accent = accent,
            AccentStrong = Lightness(accent, -0.08),
            AccentContrast = Color.White,
            AccentText = Darken(accent, grounds, Contrast.Text),
            AccentSoft = soft,
            Info = LightSignal(Info),
            Success = LightSignal(Success),
            Warning = LightSignal(Warning),
            Danger = LightSignal(Danger),
        };
    }

    public static BrandScheme Dark(Color primary, Color accent)
    {
        var (ink, tone) = (Oklch.From(primary).Hue, Tone(accent));
        var (ground, surface, sunken, soft) = (Shade(0.19, tone.Chroma, tone), Shade(0.235, tone.Chroma, tone), Shade(0.16, tone.Chroma, tone), Shade(0.29, 3.5 * tone.Chroma, tone));
        Color[] grounds = [ground, surface, sunken, soft];
        var light = Lighten(Lightness(accent, 0), grounds, Contrast.Text);
        return new()
        {
            Ground = ground,
            Surface = surface,
            Sunken = sunken,
            Text = new Oklch(0.94, 0.008, ink).ToColor(),
            Muted = Lighten(new Oklch(0.76, 0.015, ink).ToColor(), grounds, Contrast.Text),
            Border = Shade(0.35, 1.4 * tone.Chroma, tone),
            BorderStrong = Lighten(Shade(0.58, 1.5 * tone.Chroma, tone), grounds, Contrast.Graphics),
            Primary = Lightness(primary, -0.06),
            PrimaryContrast = Color.White,
            PrimaryText = Lighten(primary, grounds, Contrast.Text),
            Accent = light,
            AccentStrong = Lightness(light, 0.06),
            AccentContrast = Color.Black,
            AccentText = light,
            AccentSoft = soft,
            Info = DarkSignal(Info),
            Success = DarkSignal(Success),
            Warning = DarkSignal(Warning),
            Danger = DarkSignal(Danger),
        };
    }

    /// <summary>The light scheme's ground, which the accent must be readable on.</summary>
    public static Color LightGround(Color accent)
    {
        var tone = Tone(accent);
        return Shade(0.984, 0.5 * tone.Chroma, tone);
    }

    /// <summary>The accent's hue, with the little chroma that a ground can bear; a grey accent gives grey grounds.</summary>
    private static Oklch Tone(Color accent)
    {
        var oklch = Oklch.From(accent);
        return oklch with { Chroma = Math.Min(0.008, oklch.Chroma / 8) };
    }

    private static Color Shade(double lightness, double chroma, Oklch tone) => new Oklch(lightness, chroma, tone.Hue).ToColor();

    private static Color Lightness(Color color, double change)
    {
        var oklch = Oklch.From(color);
        return (oklch with { Lightness = Math.Clamp(oklch.Lightness + change, 0, 1) }).ToColor();
    }

    private static Signal LightSignal(double hue)
    {
        var soft = new Oklch(0.955, 0.025, hue).ToColor();
        return new(Darken(new Oklch(0.48, 0.13, hue).ToColor(), [soft, Shade(0.95, 0.01, new(0, 0, hue))], Contrast.Text), soft);
    }

    private static Signal DarkSignal(double hue)
    {
        var soft = new Oklch(0.28, 0.045, hue).ToColor();
        return new(Lighten(new Oklch(0.8, 0.11, hue).ToColor(), [soft], Contrast.Text), soft);
    }

    /// <summary>Black is readable on every light ground, so a darker shade is always found.</summary>
    private static Color Darken(Color color, Color[] grounds, double minimum) =>
        Readable.Darker(color, shade => ReadableOnAll(shade, grounds, minimum)) ?? Color.Black;

    /// <summary>White is readable on every dark ground, so a lighter shade is always found.</summary>
    private static Color Lighten(Color color, Color[] grounds, double minimum) =>
        Readable.Lighter(color, shade => ReadableOnAll(shade, grounds, minimum)) ?? Color.White;

    private static bool ReadableOnAll(Color color, Color[] grounds, double minimum) =>
        Array.TrueForAll(grounds, ground => Contrast.Ratio(color, ground) >= minimum);
}
