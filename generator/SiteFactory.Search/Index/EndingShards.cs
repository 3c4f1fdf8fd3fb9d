namespace SiteFactory.Search.Index;

/// <summary>
/// Lists the words by their last letters. A typing error in the first letters of a word leads to the wrong file of
/// <see cref="TermShards"/>; its end leads here, to the right word, for the price of one small file.
/// </summary>
internal static class EndingShards
{
    private const int Small = 2_500;
    private const int Large = 5_000;

    /// <summary>Shorter words have too many neighbours to be guessed.</summary>
    private const int ShortestWord = 4;

    public static TermDirectory Write(IReadOnlyList<Family> families, IndexFiles files)
    {
        var groups = families.SelectMany(family => family.Forms.Select(form => form.Folded))
            .Where(form => form.Length >= ShortestWord && !char.IsAsciiDigit(form[0]))
            .GroupBy(Ending, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        List<string> starts = [], names = [], words = [];
        var (size, start) = (0, "");
        foreach (var group in groups)
        {
            var groupSize = group.Sum(form => form.Length + 1);
            if (size > 0 && (size + groupSize > Large || (size > Small && IndexFiles.Hash(group.Key) % 2 == 0)))
                Flush();
            if (size == 0)
                start = group.Key;
            words.AddRange(group.Order(StringComparer.Ordinal));
            size += groupSize;
        }

        if (size > 0)
            Flush();
        return new TermDirectory(starts, names);

        void Flush()
        {
            starts.Add(start);
            names.Add(files.Add("e", "txt", string.Join(' ', words)));
            words.Clear();
            size = 0;
        }
    }

    /// <summary>The last three letters, last first.</summary>
    private static string Ending(string form) => $"{form[^1]}{form[^2]}{form[^3]}";
}
