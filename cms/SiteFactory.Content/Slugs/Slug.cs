using System.Text;

namespace SiteFactory.Content.Slugs;

/// <summary>
/// Makes the part of an address from a title or a file name: lower-case ASCII letters, digits and single hyphens. Composed
/// and decomposed accents give the same slug, also where the runtime has no Unicode tables (invariant globalization).
/// </summary>
public static class Slug
{
    private const char FirstFolded = '\u00c0';
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036f';

    /// <summary>What the letters from U+00C0 to U+017F become. A table, because normalisation leaves œ, æ, ß and ø whole.</summary>
    private static readonly string[] Folded = (
        "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss " +
        "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y " +
        "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g " +
        "g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l " +
        "l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s " +
        "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s").Split(' ');

    /// <summary>The slug of a text; empty when the text has no letter or digit that an address can hold.</summary>
    public static string From(string text)
    {
        if (IsSlug(text))
            return text;
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is < FirstMark or > LastMark)
                Append(slug, c);
        }
        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Whether the text is what <see cref="From"/> would make of it.</summary>
    public static bool IsSlug(ReadOnlySpan<char> text)
    {
        var afterHyphen = true;
        foreach (var c in text)
        {
            if (c == '-' ? afterHyphen : !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c))
                return false;
            afterHyphen = c == '-';
        }
        return !afterHyphen;
    }

    /// <summary>The slug of every part of a path, with the slashes between them.</summary>
    public static string FromPath(string path) => string.Join('/', path.Split('/').Select(From));

    private static void Append(StringBuilder slug, char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            slug.Append(char.ToLowerInvariant(c));
        else if (c >= FirstFolded && c - FirstFolded < Folded.Length && Folded[c - FirstFolded] != "-")
            slug.Append(Folded[c - FirstFolded]);
        else if (slug.Length > 0 && slug[^1] != '-')
            slug.Append('-');
    }
}
