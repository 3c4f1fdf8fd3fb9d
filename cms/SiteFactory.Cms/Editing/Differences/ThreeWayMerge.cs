namespace SiteFactory.Cms.Editing.Differences;

/// <summary>Two texts put together.</summary>
/// <param name="Overlaps">Places that both changed: both versions stand there, theirs first.</param>
public sealed record MergedText(string Text, int Overlaps);

/// <summary>Puts together what two people made of one text, line by line.</summary>
public static class ThreeWayMerge
{
    /// <summary>The changes of both; where they changed the same lines, both stand one after the other.</summary>
    public static MergedText Of(string common, string theirs, string mine)
    {
        string[] origin = common.Split('\n'), left = theirs.Split('\n'), right = mine.Split('\n');
        var toLeft = Sequences.Matches(origin, left).ToDictionary(m => m.Left, m => m.Right);
        var toRight = Sequences.Matches(origin, right).ToDictionary(m => m.Left, m => m.Right);
        var lines = new List<string>();
        var overlaps = 0;
        int o = 0, l = 0, r = 0;
        while (o <= origin.Length)
        {
            var next = NextShared(origin.Length, o, toLeft, toRight, out var leftEnd, out var rightEnd, left.Length, right.Length);
            overlaps += Take(lines, origin[o..next], left[l..leftEnd], right[r..rightEnd]);
            if (next < origin.Length)
                lines.Add(origin[next]);
            (o, l, r) = (next + 1, leftEnd + 1, rightEnd + 1);
        }
        return new(string.Join('\n', lines), overlaps);
    }

    /// <summary>The next line that all three have.</summary>
    private static int NextShared(int length, int from, Dictionary<int, int> toLeft, Dictionary<int, int> toRight, out int left, out int right, int leftLength, int rightLength)
    {
        for (var i = from; i < length; i++)
        {
            if (toLeft.TryGetValue(i, out left) && toRight.TryGetValue(i, out right))
                return i;
        }
        (left, right) = (leftLength, rightLength);
        return length;
    }

    private static int Take(List<string> lines, string[] origin, string[] theirs, string[] mine)
    {
        if (origin.SequenceEqual(mine) || theirs.SequenceEqual(mine))
            lines.AddRange(theirs);
        else if (origin.SequenceEqual(theirs))
            lines.AddRange(mine);
        else
        {
            lines.AddRange(theirs);
            if (theirs.Length > 0 && mine.Length > 0 && theirs[^1].Length > 0 && mine[0].Length > 0)
                lines.Add("");
            lines.AddRange(mine);
            return 1;
        }
        return 0;
    }
}
