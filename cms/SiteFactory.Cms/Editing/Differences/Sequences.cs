namespace SiteFactory.Cms.Editing.Differences;

/// <summary>What became of a piece between two texts.</summary>
public enum Change
{
    Same,
    Added,
    Removed,
}

/// <summary>A run of text and what became of it.</summary>
public readonly record struct Piece(Change Change, string Text);

/// <summary>The longest common subsequence, in the space that two texts of a web page take.</summary>
internal static class Sequences
{
    // Beyond this many cells the table would take longer than a reader's patience: the middle counts as replaced whole.
    private const long Cells = 4_000_000;

    /// <summary>Pairs of indexes that match, in order.</summary>
    public static List<(int Left, int Right)> Matches(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var matches = new List<(int, int)>();
        var start = 0;
        while (start < left.Count && start < right.Count && left[start] == right[start])
        {
            matches.Add((start, start));
            start++;
        }
        var end = 0;
        while (end < left.Count - start && end < right.Count - start && left[^(end + 1)] == right[^(end + 1)])
            end++;
        Middle(left, right, start, left.Count - end, right.Count - end, matches);
        for (var i = end; i > 0; i--)
            matches.Add((left.Count - i, right.Count - i));
        return matches;
    }

    private static void Middle(IReadOnlyList<string> left, IReadOnlyList<string> right, int start, int leftEnd, int rightEnd, List<(int, int)> matches)
    {
        int height = leftEnd - start, width = rightEnd - start;
        if (height == 0 || width == 0 || (long)height * width > Cells)
            return;
        var lengths = Lengths(left, right, start, height, width);
        for (int i = 0, j = 0; i < height && j < width;)
        {
            if (left[start + i] == right[start + j])
                matches.Add((start + i++, start + j++));
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }
    }

    private static int[,] Lengths(IReadOnlyList<string> left, IReadOnlyList<string> right, int start, int height, int width)
    {
        var lengths = new int[height + 1, width + 1];
        for (var i = height - 1; i >= 0; i--)
        {
            for (var j = width - 1; j >= 0; j--)
            {
                lengths[i, j] = left[start + i] == right[start + j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }
        return lengths;
    }
}
