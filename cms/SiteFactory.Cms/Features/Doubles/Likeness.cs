using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Doubles;

/// <summary>How near two titles are to each other. Pure.</summary>
public static class Likeness
{
    private static readonly HashSet<string> Small = ["a", "au", "aux", "avec", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur", "un", "une"];

    /// <summary>0: nothing in common; 1: the words of the shorter one all stand in the other, whatever accents, capitals and plurals.</summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        if (a.Count == 0 || b.Count == 0)
            return 0;
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return (double)few.Count(w => many.Any(m => IsSame(w, m))) / few.Count;
    }

    private static List<string> Words(string text) =>
        [.. Slug.From(text).Split('-', StringSplitOptions.RemoveEmptyEntries).Where(w => !Small.Contains(w)).Select(w => w.Length > 3 ? w.TrimEnd('s', 'x') : w).Distinct(StringComparer.Ordinal)];

    // One letter typed wrongly, too many or too few, in a word that is long enough not to become another one.
    private static bool IsSame(string one, string other)
    {
        if (one == other)
            return true;
        var (few, many) = one.Length <= other.Length ? (one, other) : (other, one);
        if (few.Length < 5 || many.Length - few.Length > 1)
            return false;
        var same = few.TakeWhile((c, i) => c == many[i]).Count();
        return few.AsSpan(few.Length == many.Length ? same + 1 : same).SequenceEqual(many.AsSpan(same + 1));
    }
}
