using System.Collections.Immutable;
using System.Net;
using System.Text;
using SiteFactory.Content.Slugs;

namespace SiteFactory.EServices.Catalogue;

/// <summary>
/// Makes safe words of what a portal says. A catalogue comes from outside: markup, control characters, endless texts and
/// addresses of other schemes stay out.
/// </summary>
internal static class CatalogueWords
{
    private const int LongestTitle = 160;
    private const int LongestText = 600;
    private const int MostKeywords = 30;

    /// <summary>A key made of the portal's slug; null when nothing is left.</summary>
    public static string? Key(string? slug) => slug is { Length: > 0 and <= 100 } && Slug.From(slug) is { Length: > 0 } key ? key : null;

    public static string? Title(string? text) => Clean(text, LongestTitle);

    public static string? Text(string? text) => Clean(text, LongestText);

    /// <summary>Words between commas, or a list of them.</summary>
    public static ImmutableArray<string> Keywords(IEnumerable<string?> words) =>
    [
        .. words.SelectMany(w => (w ?? "").Split(',')).Select(w => Clean(w, LongestTitle)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Take(MostKeywords),
    ];

    /// <summary>An address that a link may have.</summary>
    public static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static string? Clean(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = Spaced(WebUtility.HtmlDecode(WithoutTags(text)));
        if (clean.Length <= longest)
            return clean.Length == 0 ? null : clean;
        var cut = clean.LastIndexOf(' ', longest - 1);
        return clean[..(cut > longest / 2 ? cut : longest - 1)].TrimEnd('\ud800', ',', ';', ' ') + "…";
    }

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        var inTag = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!'))
                inTag = true;
            else if (text[i] == '>' && inTag)
                (inTag, _) = (false, plain.Append(' '));
            else if (!inTag)
                plain.Append(text[i]);
        }
        return plain.ToString();
    }

    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c) || c == ' ')
            {
                if (spaced.Length > 0 && spaced[^1] != ' ')
                    spaced.Append(' ');
            }
            else
            {
                spaced.Append(c);
            }
        }
        return spaced.ToString().Trim();
    }
}
