namespace SiteFactory.Search.French;

/// <summary>
/// A word while it is being stemmed: its letters, and the three regions of the Snowball algorithm.
/// Upper-case I, U, Y mark vowels that count as consonants; H marks a vowel that bore a diaeresis.
/// </summary>
internal ref struct StemBuffer(Span<char> letters)
{
    private const string Vowels = "aeiouyâàëéêèïîôûù";
    private readonly Span<char> _letters = letters;

    public int Length { get; private set; }

    /// <summary>Where the region RV begins.</summary>
    public int Rv { get; private set; }

    /// <summary>Where the region R1 begins.</summary>
    public int R1 { get; private set; }

    /// <summary>Where the region R2 begins.</summary>
    public int R2 { get; private set; }

    public readonly ReadOnlySpan<char> Word => _letters[..Length];

    public readonly char this[int index] => _letters[index];

    public static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);

    public readonly bool VowelAt(int index) => index >= 0 && index < Length && IsVowel(_letters[index]);

    public void Add(char letter) => _letters[Length++] = letter;

    public readonly void Set(int index, char letter) => _letters[index] = letter;

    public void Truncate(int length) => Length = length;

    /// <summary>Replaces everything from <paramref name="start"/> on.</summary>
    public void ReplaceEnd(int start, ReadOnlySpan<char> ending)
    {
        ending.CopyTo(_letters[start..]);
        Length = start + ending.Length;
    }

    public readonly bool EndsWith(ReadOnlySpan<char> ending) => Word.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Where the longest of the endings starts, or -1; it must lie at or after <paramref name="from"/>.</summary>
    public readonly int FindEnding(ReadOnlySpan<string> endings, int from, out string found)
    {
        found = "";
        if (from >= Length)
            return -1;
        var region = _letters[from..Length];
        var last = region[^1];
        foreach (var ending in endings)
        {
            if (ending[^1] == last && ending.Length > found.Length && region.EndsWith(ending, StringComparison.Ordinal))
                found = ending;
        }

        return found.Length == 0 ? -1 : Length - found.Length;
    }

    public void MarkRegions()
    {
        Rv = FindRv();
        R1 = AfterVowelAndConsonant(0);
        R2 = AfterVowelAndConsonant(R1);
    }

    private readonly int FindRv()
    {
        if (VowelAt(0) && VowelAt(1) && Length > 2)
            return 3;
        if (Word.StartsWith("par") || Word.StartsWith("col") || Word.StartsWith("tap"))
            return 3;
        if (Word.StartsWith("ni") && VowelAt(2))
            return 3;
        for (var i = 1; i < Length; i++)
        {
            if (VowelAt(i))
                return i + 1;
        }

        return Length;
    }

    private readonly int AfterVowelAndConsonant(int from)
    {
        var i = from;
        while (i < Length && !VowelAt(i))
            i++;
        while (i < Length && VowelAt(i))
            i++;
        return Math.Min(i + 1, Length);
    }
}
