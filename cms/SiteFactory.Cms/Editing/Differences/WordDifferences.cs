namespace SiteFactory.Cms.Editing.Differences;

/// <summary>What changed between two texts, word by word.</summary>
public static class WordDifferences
{
    /// <summary>Runs in reading order; what was removed stands before what was added in its place.</summary>
    public static IReadOnlyList<Piece> Between(string before, string after)
    {
        var left = Words(before);
        var right = Words(after);
        var pieces = new List<Piece>();
        int i = 0, j = 0;
        foreach (var (l, r) in Sequences.Matches(left, right).Append((left.Count, right.Count)))
        {
            Add(pieces, Change.Removed, left, i, l);
            Add(pieces, Change.Added, right, j, r);
            if (l < left.Count)
                Add(pieces, Change.Same, left, l, l + 1);
            (i, j) = (l + 1, r + 1);
        }
        return AtLineStarts(pieces);
    }

    // A line put in between two that end alike is told as that line, not as the end of the one before and the rest of its own.
    private static List<Piece> AtLineStarts(List<Piece> pieces)
    {
        for (var i = 1; i + 1 < pieces.Count; i++)
        {
            var (before, changed, after) = (pieces[i - 1], pieces[i], pieces[i + 1]);
            if (changed.Change == Change.Same || before.Change != Change.Same || after.Change != Change.Same)
                continue;
            var slide = changed.Text.IndexOf('\n', StringComparison.Ordinal);
            if (slide <= 0 || before.Text.EndsWith('\n') || !after.Text.StartsWith(changed.Text[..slide], StringComparison.Ordinal))
                continue;
            var moved = changed.Text[..slide];
            pieces[i - 1] = before with { Text = before.Text + moved };
            pieces[i] = changed with { Text = changed.Text[slide..] + moved };
            pieces[i + 1] = after with { Text = after.Text[slide..] };
        }
        pieces.RemoveAll(p => p.Text.Length == 0);
        return pieces;
    }

    private static void Add(List<Piece> pieces, Change change, List<string> words, int from, int to)
    {
        if (from >= to)
            return;
        var text = string.Concat(words.Skip(from).Take(to - from));
        if (pieces.Count > 0 && pieces[^1].Change == change)
            pieces[^1] = new(change, pieces[^1].Text + text);
        else
            pieces.Add(new(change, text));
    }

    /// <summary>Words with the space behind them; punctuation stands alone.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var last = i + 1 == text.Length;
            if (!last && !Breaks(text[i], text[i + 1]))
                continue;
            words.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        return words;
    }

    private static bool Breaks(char here, char next) =>
        char.IsWhiteSpace(here) ? !char.IsWhiteSpace(next) || here == '\n' : !char.IsWhiteSpace(next) && char.IsLetterOrDigit(here) != char.IsLetterOrDigit(next);
}
