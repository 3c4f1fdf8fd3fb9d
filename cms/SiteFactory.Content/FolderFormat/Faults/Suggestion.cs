namespace SiteFactory.Content.FolderFormat.Faults;

/// <summary>Finds the word that somebody probably meant.</summary>
public static class Suggestion
{
    /// <summary>A French sentence that proposes the nearest word, or an empty string when none is near.</summary>
    public static string Sentence(string wrong, IEnumerable<string> known) =>
        Nearest(wrong, known) is { } near
            ? FaultTexts.Get("did-you-mean").Replace("{0}", near, StringComparison.Ordinal)
            : "";

    /// <summary>The known word at the smallest edit distance, when that is small for its length.</summary>
    public static string? Nearest(string wrong, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = Math.Min(wrong.Length / 4, 3) + 1;
        foreach (var word in known.Order(StringComparer.Ordinal))
        {
            var distance = Distance(wrong.ToUpperInvariant(), word.ToUpperInvariant());
            if (distance < bestDistance)
                (best, bestDistance) = (word, distance);
        }
        return best;
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost one.</summary>
    public static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                table[i, j] = Cheapest(table, a, b, i, j);
        }
        return table[a.Length, b.Length];
    }

    private static int Cheapest(int[,] table, string a, string b, int i, int j)
    {
        var cost = a[i - 1] == b[j - 1] ? 0 : 1;
        var cheapest = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
            ? Math.Min(cheapest, table[i - 2, j - 2] + 1)
            : cheapest;
    }
}
