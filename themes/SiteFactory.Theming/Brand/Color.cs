using System.Globalization;

namespace SiteFactory.Theming.Brand;

/// <summary>An sRGB colour.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    /// <summary><c>#ffffff</c>.</summary>
    public static Color White { get; } = new(255, 255, 255);

    /// <summary><c>#000000</c>.</summary>
    public static Color Black { get; }

    /// <summary>Reads <c>#rrggbb</c>; null for anything else.</summary>
    public static Color? Parse(string? text) =>
        text is { Length: 7 } && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;

    /// <summary><c>#rrggbb</c>, lower case.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");
}
