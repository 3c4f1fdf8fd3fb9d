namespace SiteFactory.Theming.Brand;

/// <summary>A site's checked colours: every pair that a theme puts together can be read (WCAG 2.2 AA, 1.4.3 and 1.4.11).</summary>
/// <param name="Primary">The territory's colour.</param>
/// <param name="Accent">The commune's.</param>
public sealed record BrandTokens(Color Primary, Color Accent)
{
    /// <summary>On a light ground.</summary>
    public BrandScheme Light => field ??= BrandSchemes.Light(Primary, Accent);

    /// <summary>On a dark ground.</summary>
    public BrandScheme Dark => field ??= BrandSchemes.Dark(Primary, Accent);
}
