using System.Globalization;
using System.Text;

namespace SiteFactory.Cms.Searching;

/// <summary>A piece of an excerpt.</summary>
/// <param name="IsHit">It is one of the words that were searched.</param>
public readonly record struct ExcerptPart(string Text, bool IsHit);

/// <summary>The part of a text around the words that were searched.</summary>
public static class Excerpts
{
    private const int Before = 60;
    private const int Length = 220;

    /// <summary>The words marked, accents or not.</summary>
    public static IReadOnlyList<ExcerptPart> Of(string text, IReadOnlyList<string> words)
    {
        var flat = text.ReplaceLineEndings(" ").Normalize(NormalizationForm.FormC);
        var folded = Folded(flat);
        var roots = words.Select(w => Folded(w.Length > 4 && w[^1] is 's' or 'x' ? w[..^1] : w)).ToList();
        var first = roots.Select(r => Find(folded, r, 0)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Max(0, first - Before);
        while (start > 0 && flat[start - 1] != ' ')
            start--;
        var end = Math.Min(flat.Length, start + Length);
        return Marked(flat, folded, roots, start, end);
    }

    private static List<ExcerptPart> Marked(string text, string folded, List<string> roots, int start, int end)
    {
        var parts = new List<ExcerptPart>();
        if (start > 0)
            parts.Add(new("… ", false));
        var at = start;
        while (at < end)
        {
            var (hit, length) = roots.Select(r => (At: Find(folded, r, at), r.Length)).Where(h => h.At >= 0 && h.At < end).DefaultIfEmpty((end, 0)).Min();
            if (hit > at)
                parts.Add(new(text[at..hit], false));
            if (length > 0)
                parts.Add(new(text.Substring(hit, length), true));
            at = hit + length;
        }
        if (end < text.Length)
            parts.Add(new(" …", false));
        return parts;
    }

    /// <summary>At the beginning of a word.</summary>
    private static int Find(string text, string root, int from)
    {
        for (var at = text.IndexOf(root, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(root, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return at;
        }
        return -1;
    }

    /// <summary>Lower case without accents, letter for letter.</summary>
    private static string Folded(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            span[i] = Base(source[i]);
    });

    private static char Base(char c)
    {
        if (c < 128 || char.IsSurrogate(c))
            return char.ToLowerInvariant(c);
        var plain = c.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(plain[0]);
    }
}
