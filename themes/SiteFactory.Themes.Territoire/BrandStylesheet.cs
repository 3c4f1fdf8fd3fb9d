using System.Text;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Themes.Territoire;

/// <summary>The site's custom properties, in light and in dark.</summary>
internal static class BrandStylesheet
{
    public static string For(BrandTokens brand)
    {
        var css = new StringBuilder(2048);
        css.Append(":root{color-scheme:light dark;");
        Write(css, brand.Light);
        css.Append("}@media (prefers-color-scheme:dark){:root{");
        Write(css, brand.Dark);
        css.Append("}}\n@media print{:root{");
        Write(css, brand.Light);
        return css.Append("}}\n").ToString();
    }

    private static void Write(StringBuilder css, BrandScheme scheme)
    {
        Write(css, "ground", scheme.Ground);
        Write(css, "surface", scheme.Surface);
        Write(css, "sunken", scheme.Sunken);
        Write(css, "text", scheme.Text);
        Write(css, "muted", scheme.Muted);
        Write(css, "border", scheme.Border);
        Write(css, "border-strong", scheme.BorderStrong);
        Write(css, "primary", scheme.Primary);
        Write(css, "primary-contrast", scheme.PrimaryContrast);
        Write(css, "primary-text", scheme.PrimaryText);
        Write(css, "accent", scheme.Accent);
        Write(css, "accent-strong", scheme.AccentStrong);
        Write(css, "accent-contrast", scheme.AccentContrast);
        Write(css, "accent-text", scheme.AccentText);
        Write(css, "accent-soft", scheme.AccentSoft);
        Write(css, "link", scheme.AccentText);
        Write(css, "focus", scheme.AccentText);
        Write(css, "info", scheme.Info);
        Write(css, "success", scheme.Success);
        Write(css, "warning", scheme.Warning);
        Write(css, "danger", scheme.Danger);
    }

    private static void Write(StringBuilder css, string name, Signal signal)
    {
        Write(css, name, signal.Color);
        Write(css, name + "-soft", signal.Soft);
    }

    private static void Write(StringBuilder css, string name, Color color) =>
        css.Append("--sf-").Append(name).Append(':').Append(color.ToString()).Append(';');
}
