namespace SiteFactory.Search.French;

/// <summary>
/// The French stemmer as Snowball publishes it (version 3). It wants lower-case letters with their accents;
/// folding comes after. Client/search.js holds the same algorithm: change both or neither.
/// </summary>
public static class FrenchStemmer
{
    private const int LongestWord = 60;

    /// <summary>The stem of one word in lower case, composed (NFC); longer words than exist are left alone.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is 0 or > LongestWord)
            return word;
        var buffer = new StemBuffer(stackalloc char[(LongestWord * 2) + 8]);
        Prelude(WithoutElision(word), ref buffer);
        buffer.MarkRegions();
        if (StemSuffixes.Standard(ref buffer) || StemSuffixes.VerbInI(ref buffer) || StemSuffixes.Verb(ref buffer))
            SoftenLast(ref buffer);
        else
            StemSuffixes.Residual(ref buffer);
        Undouble(ref buffer);
        Unaccent(ref buffer);
        return Postlude(in buffer);
    }

    private static ReadOnlySpan<char> WithoutElision(string word)
    {
        var length = word.StartsWith("qu'", StringComparison.Ordinal) ? 3
            : word.Length > 1 && word[1] == '\'' && "cdjlmnst".Contains(word[0], StringComparison.Ordinal) ? 2
            : 0;
        return word.AsSpan(length == word.Length ? 0 : length);
    }

    /// <summary>Marks the vowels that behave as consonants, and those with a diaeresis.</summary>
    private static void Prelude(ReadOnlySpan<char> word, ref StemBuffer buffer)
    {
        var i = 0;
        while (i < word.Length)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var nextIsBetween = i + 2 < word.Length && StemBuffer.IsVowel(word[i + 2]);
            if (StemBuffer.IsVowel(c) && next is 'u' or 'i' && nextIsBetween)
                Copy(ref buffer, ref i, c, char.ToUpperInvariant(next), word[i + 2]);
            else if (StemBuffer.IsVowel(c) && next == 'y')
                Copy(ref buffer, ref i, c, 'Y');
            else if (c is 'ë' or 'ï')
                Diaeresis(ref buffer, ref i, c);
            else if (c == 'y' && StemBuffer.IsVowel(next))
                Copy(ref buffer, ref i, 'Y', next);
            else if (c == 'q' && next == 'u')
                Copy(ref buffer, ref i, c, 'U');
            else
                Copy(ref buffer, ref i, c);
        }
    }

    private static void Copy(ref StemBuffer buffer, ref int i, params ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
            buffer.Add(letter);
        i += letters.Length;
    }

    private static void Diaeresis(ref StemBuffer buffer, ref int i, char c)
    {
        buffer.Add('H');
        buffer.Add(c == 'ë' ? 'e' : 'i');
        i++;
    }

    private static void SoftenLast(ref StemBuffer buffer)
    {
        if (buffer.EndsWith("Y"))
            buffer.Set(buffer.Length - 1, 'i');
        else if (buffer.EndsWith("ç"))
            buffer.Set(buffer.Length - 1, 'c');
    }

    private static void Undouble(ref StemBuffer buffer)
    {
        if (buffer.EndsWith("enn") || buffer.EndsWith("onn") || buffer.EndsWith("ett")
            || buffer.EndsWith("ell") || buffer.EndsWith("eill"))
            buffer.Truncate(buffer.Length - 1);
    }

    private static void Unaccent(ref StemBuffer buffer)
    {
        var i = buffer.Length - 1;
        while (i >= 0 && !buffer.VowelAt(i))
            i--;
        if (i >= 0 && i < buffer.Length - 1 && buffer[i] is 'é' or 'è')
            buffer.Set(i, 'e');
    }

    private static string Postlude(in StemBuffer buffer)
    {
        Span<char> result = stackalloc char[buffer.Length];
        var length = 0;
        for (var i = 0; i < buffer.Length; i++)
        {
            if (buffer[i] == 'H')
            {
                var marked = i + 1 < buffer.Length ? buffer[i + 1] : '\0';
                if (marked is 'e' or 'i')
                {
                    result[length++] = marked == 'e' ? 'ë' : 'ï';
                    i++;
                }
            }
            else
            {
                result[length++] = buffer[i] is 'I' or 'U' or 'Y' ? char.ToLowerInvariant(buffer[i]) : buffer[i];
            }
        }

        return new string(result[..length]);
    }
}
