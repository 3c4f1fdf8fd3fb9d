using System.Collections.Immutable;
using System.Text.Json;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>What a phone needs to put the site on its home screen. Addresses are paths of the site.</summary>
/// <param name="ShortName">Fits under an icon; null: the name.</param>
/// <param name="ThemeColor"><c>#rrggbb</c>.</param>
/// <param name="BackgroundColor"><c>#rrggbb</c>, behind the icon while the site starts.</param>
public sealed record ManifestInfo(
    string Name,
    string? ShortName,
    string? Description,
    string ThemeColor,
    string BackgroundColor,
    ImmutableArray<ManifestIcon> Icons,
    ImmutableArray<ManifestShortcut> Shortcuts)
{
    /// <summary>Where the installed site opens, and all that belongs to it; what it is known by, too.</summary>
    public string Start { get; init; } = "/";
}

/// <param name="Sizes"><c>192x192</c>, or <c>any</c>.</param>
/// <param name="Purpose"><c>any</c> or <c>maskable</c>.</param>
public sealed record ManifestIcon(string Src, string Sizes, string Type, string Purpose);

/// <summary>An entry of the icon's menu: signal something, see the agenda.</summary>
public sealed record ManifestShortcut(string Name, string Url)
{
    /// <summary>Address of its drawing, or null.</summary>
    public string? Icon { get; init; }
}

/// <summary><c>/manifest.webmanifest</c> (W3C Web Application Manifest).</summary>
public static class WebManifest
{
    public static byte[] Of(ManifestInfo info) => FeedText.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", info.Start);
        json.WriteString("name", info.Name);
        json.WriteString("short_name", info.ShortName ?? info.Name);
        json.Optional("description", info.Description);
        json.WriteString("lang", "fr");
        json.WriteString("dir", "ltr");
        json.WriteString("start_url", info.Start);
        json.WriteString("scope", info.Start);
        json.WriteString("display", "standalone");
        json.WriteString("theme_color", info.ThemeColor);
        json.WriteString("background_color", info.BackgroundColor);
        json.WriteStartArray("icons");
        foreach (var icon in info.Icons)
            Icon(json, icon);
        json.WriteEndArray();
        json.WriteStartArray("shortcuts");
        foreach (var shortcut in info.Shortcuts)
            Shortcut(json, shortcut);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Icon(Utf8JsonWriter json, ManifestIcon icon)
    {
        json.WriteStartObject();
        json.WriteString("src", icon.Src);
        json.WriteString("sizes", icon.Sizes);
        json.WriteString("type", icon.Type);
        json.WriteString("purpose", icon.Purpose);
        json.WriteEndObject();
    }

    private static void Shortcut(Utf8JsonWriter json, ManifestShortcut shortcut)
    {
        json.WriteStartObject();
        json.WriteString("name", shortcut.Name);
        json.WriteString("url", shortcut.Url);
        if (shortcut.Icon is { } icon)
        {
            json.WriteStartArray("icons");
            Icon(json, new(icon, "any", "image/svg+xml", "any"));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
