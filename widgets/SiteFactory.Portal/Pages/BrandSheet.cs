using System.Text;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Portal.Pages;

/// <summary>The territory's checked colours as a stylesheet.</summary>
internal static class BrandSheet
{
    public static string For(BrandTokens brand)
    {
        var css = new StringBuilder(2048).Append(":root{color-scheme:light dark;");
        Write(css, brand.Light);
        css.Append("}@media (prefers-color-scheme:dark){:root{");
        Write(css, brand.Dark);
        return css.Append("}}").ToString();
    }

    private static void Write(StringBuilder css, BrandScheme s)
    {
        (string, Color)[] colors =
        [
            ("ground", s.Ground), ("surface", s.Surface), ("sunken", s.Sunken), ("text", s.Text), ("muted", s.Muted), ("border", s.Border),
            ("border-strong", s.BorderStrong), ("primary", s.Primary), ("primary-contrast", s.PrimaryContrast), ("primary-text", s.PrimaryText),
            ("accent", s.Accent), ("accent-strong", s.AccentStrong), ("accent-contrast", s.AccentContrast), ("accent-text", s.AccentText),
            ("accent-soft", s.AccentSoft), ("info", s.Info.Color), ("info-soft", s.Info.Soft), ("success", s.Success.Color), ("success-soft", s.Success.Soft),
            ("warning", s.Warning.Color), ("warning-soft", s.Warning.Soft), ("danger", s.Danger.Color), ("danger-soft", s.Danger.Soft),
        ];
        foreach (var (name, color) in colors)
            css.Append("--sf-").Append(name).Append(':').Append(color.ToString()).Append(';');
    }
}
