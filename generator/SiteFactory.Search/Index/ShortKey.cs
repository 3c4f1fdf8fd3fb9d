namespace SiteFactory.Search.Index;

/// <summary>Up to three letters in one number, in the order of their strings.</summary>
internal readonly record struct ShortKey(ulong Letters)
{
    /// <summary>The first letters of a word, or all of it when it is shorter.</summary>
    /// <param name="most">At most three.</param>
    public static ShortKey OfBeginning(string word, int most)
    {
        var letters = 0UL;
        for (var i = 0; i < most; i++)
            letters = (letters << 16) | (i < word.Length ? word[i] : '\0');
        return new(letters);
    }

    /// <summary>The last three letters of a word, last first.</summary>
    public static ShortKey OfEnd(string word) => new(((ulong)word[^1] << 32) | ((ulong)word[^2] << 16) | word[^3]);

    /// <summary>As <see cref="string.CompareOrdinal(string, string)"/>.</summary>
    public static int Compare(ShortKey a, ShortKey b) => a.Letters.CompareTo(b.Letters);

    /// <inheritdoc/>
    public override string ToString() => new string([(char)(Letters >> 32), (char)((Letters >> 16) & 0xFFFF), (char)(Letters & 0xFFFF)]).TrimEnd('\0');
}
