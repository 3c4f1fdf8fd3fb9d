using System.Buffers;
using System.Globalization;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.Content.Yaml;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Whether a text is what its key asks for.</summary>
internal static class Syntax
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-\t\n\r");

    /// <summary>Five characters; Corsica's second one is a letter.</summary>
    public static bool IsInsee(string text) =>
        text.Length == 5 && text.Where((c, i) => i != 1 || c is not ('A' or 'B')).All(char.IsAsciiDigit);

    public static bool IsSiren(string text) => text.Length == 9 && text.All(char.IsAsciiDigit);

    public static bool IsPostalCode(string text) => text.Length == 5 && text.All(char.IsAsciiDigit);

    public static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    /// <summary>Digits, spaces and the usual separators; at least three digits.</summary>
    public static bool IsPhone(string text) =>
        text.Count(char.IsAsciiDigit) >= 2 && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '.' or '-' or '(' or ')' or '\u00a0' or '\u202f');

    /// <summary>Something, one @, and a domain with a dot.</summary>
    public static bool IsEmail(string text) =>
        text.Split('@') is [{ Length: > 0 }, var domain]
        && domain.Trim('.') == domain && domain.Contains('.', StringComparison.Ordinal)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or ',' or ';' or ':' or '?');

    /// <summary>An absolute http(s) address.</summary>
    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>A path of the site: <c>/vie-municipale/</c>.</summary>
    public static bool IsSitePath(string text) =>
        text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or '<' or '>' or '"')
        && !text.Split('/', '?', '#').Any(part => part is "." or "..");

    /// <summary>A place in the page tree, where files will be written: <c>/dechets/tri/</c>, every part a slug.</summary>
    public static bool IsTreePath(string text) => text.StartsWith('/') && text.Trim('/').Split('/').All(part => Slug.IsSlug(part));

    /// <summary>A path of the site or an http(s) address.</summary>
    public static bool IsLink(string text) => IsSitePath(text) || IsUrl(text);

    /// <summary>Words, or an address that is safe to follow.</summary>
    public static bool IsWordsOrAddress(string text) =>
        !HasScheme(text) || IsUrl(text)
        || text.StartsWith("mailto:", StringComparison.Ordinal) || text.StartsWith("tel:", StringComparison.Ordinal);

    public static bool IsDomain(string text) => text.Length <= 253 && text.Split('.') is { Length: > 1 } labels && labels.All(IsDomainLabel);

    /// <summary>A site's, topic's, zone's or portal's key.</summary>
    public static bool IsKey(string text) => Slug.IsSlug(text);

    /// <summary><c>media/x.jpg</c> or <c>metropole/media/x.jpg</c>, with no way out of the folder.</summary>
    public static bool IsMediaPath(string text)
    {
        var parts = text.Split('/');
        var media = parts[0] == "media" ? 0 : 1;
        return parts.Length > media + 1 && parts[media] == "media"
            && parts.All(p => p.Length > 0 && p is not ("." or "..") && !p.Contains('\\', StringComparison.Ordinal) && !p.Any(char.IsControl));
    }

    public static Guid? Id(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;

    /// <summary><c>[latitude, longitude]</c>.</summary>
    public static GeoPoint? Geo(YamlNode node) =>
        Pair(node) is var (latitude, longitude) && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new GeoPoint(latitude, longitude)
            : null;

    /// <summary><c>[x, y]</c>, each from 0 to 1.</summary>
    public static FocalPoint? Focus(YamlNode node) =>
        Pair(node) is var (x, y) && x is >= 0 and <= 1 && y is >= 0 and <= 1 ? new FocalPoint(x, y) : null;

    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) ? value : null;

    public static LocalDate? Day(string text) => TimeText.ParseDate(text);

    private static bool IsDomainLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether a browser could take the text for an address: letters, a colon, and no space after it.</summary>
    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1])
            && text.AsSpan(0, colon).Trim().IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static (double, double)? Pair(YamlNode node) =>
        node is YamlSequence { Items: [YamlScalar first, YamlScalar second] }
        && Number(first.Value) is { } a && Number(second.Value) is { } b ? (a, b) : null;
}
