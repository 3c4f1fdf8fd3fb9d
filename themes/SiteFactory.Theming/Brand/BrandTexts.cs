using System.Globalization;
using System.Resources;

namespace SiteFactory.Theming.Brand;

/// <summary>The French sentences of <see cref="BrandCheck"/>.</summary>
internal static class BrandTexts
{
    private static readonly ResourceManager Manager = new("SiteFactory.Theming.Brand.BrandTexts", typeof(BrandTexts).Assembly);

    public static string Unreadable(string name, Color given, string place, string ratio, string minimum) =>
        string.Format(CultureInfo.InvariantCulture, Text(nameof(Unreadable)), name, given, place, ratio, minimum);

    public static string Proposal(Color proposed) => string.Format(CultureInfo.InvariantCulture, Text(nameof(Proposal)), proposed);

    public static string WhiteOnPrimary => Text(nameof(WhiteOnPrimary));

    public static string WhiteOnAccent => Text(nameof(WhiteOnAccent));

    public static string AccentOnGround => Text(nameof(AccentOnGround));

    public static string Name(string token) => Text("Name_" + token);

    private static string Text(string name) =>
        Manager.GetString(name, CultureInfo.InvariantCulture)
        ?? throw new MissingManifestResourceException($"BrandTexts has no text named {name}.");
}
