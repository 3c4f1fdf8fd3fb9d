namespace SiteFactory.Theming.Brand;

/// <summary>A site's checked colours: every pair that a theme puts together can be read (WCAG 2.2 AA, 1.4.3 and 1.4.11).</summary>
public sealed record BrandTokens(Color Primary, Color Accent);
