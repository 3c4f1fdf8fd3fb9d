using System.Resources;
using System.Text;
using SiteFactory.Theming.Brand;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Shared;

/// <summary>A démarche's drawing in white on the site's colour: an icon for home screens, safe to be cut to any shape.</summary>
internal static class ServiceIcons
{
    public static byte[] Of(ServiceCard service, BrandTokens brand)
    {
        var scheme = brand.Light;
        // The drawing, 24 units wide, takes the middle half: a maskable icon keeps a circle of 80 % of its width.
        return Encoding.UTF8.GetBytes(
            $"""<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 48 48"><path fill="{scheme.Accent}" d="M0 0h48v48H0z"/><g transform="translate(12 12)" fill="none" stroke="{scheme.AccentContrast}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{Drawing(Icons.Of(service))}</g></svg>""");
    }

    private static string Drawing(string name)
    {
        using var stream = typeof(ServiceIcons).Assembly.GetManifestResourceStream("icon:" + name) ?? throw new MissingManifestResourceException(name);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var start = text.IndexOf('>', text.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        return text[start..text.LastIndexOf("</svg>", StringComparison.Ordinal)].Trim();
    }
}
