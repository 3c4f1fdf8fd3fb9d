namespace SiteFactory.Search.French;

/// <summary>What a tokenizer hands on: one word, in lower case with its accents.</summary>
public delegate void TokenSink(ReadOnlySpan<char> word);

/// <summary>
/// Cuts French text into words: elided articles fall away (l’école), compounds give their parts and themselves
/// (porte-à-porte), numerals lose their endings (5ème is 5e). Client/search.js cuts queries in the same way.
/// </summary>
public static class Tokenizer
{
    private const int LongestToken = 48;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Elisions = Set(
        "l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole = Set(
        "aujourd'hui", "presqu'île", "prud'homme", "prud'hommes", "prud'homal", "prud'homaux", "entr'aide");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Clitics = Set(
        "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "le", "la", "les", "lui", "leur", "moi", "toi",
        "y", "en", "ce", "ci", "là", "t", "même", "mêmes");

    /// <summary>Sends every word of the text to the sink, in order; the text must be composed (NFC).</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Span<char> buffer = stackalloc char[LongestToken * 2];
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || JoinsLetters(text, i)))
                i++;
            if (i - start <= LongestToken)
                Word(buffer[..Lower(text[start..i], buffer)], sink);
        }
    }

    private static bool JoinsLetters(ReadOnlySpan<char> text, int i) =>
        text[i] is '\'' or '’' or 'ʼ' or '-' or '\u2010' or '\u2011' or '\u00AD'
        && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    private static int Lower(ReadOnlySpan<char> token, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in token)
        {
            switch (char.ToLowerInvariant(c))
            {
                case 'œ': "oe".CopyTo(buffer[length..]); length += 2; break;
                case 'æ': "ae".CopyTo(buffer[length..]); length += 2; break;
                case '’' or 'ʼ': buffer[length++] = '\''; break;
                case '\u2010' or '\u2011': buffer[length++] = '-'; break;
                case '\u00AD': break;
                case var lower: buffer[length++] = lower; break;
            }
        }

        return length;
    }

    private static void Word(Span<char> token, TokenSink sink)
    {
        var apostrophe = token.IndexOf('\'');
        if (apostrophe < 0)
        {
            Compound(token, sink);
        }
        else if (Whole.Contains(token))
        {
            sink(WithoutMarks(token));
        }
        else
        {
            if (!Elisions.Contains(token[..apostrophe]))
                Compound(token[..apostrophe], sink);
            Word(token[(apostrophe + 1)..], sink);
        }
    }

    private static void Compound(Span<char> token, TokenSink sink)
    {
        var hyphen = token.IndexOf('-');
        if (hyphen < 0)
        {
            Single(token, sink);
            return;
        }

        foreach (var part in token.Split('-'))
            Single(token[part], sink);
        var last = token[(token.LastIndexOf('-') + 1)..];
        if (!Clitics.Contains(last) || token.SequenceEqual("rendez-vous"))
            sink(WithoutMarks(token));
    }

    private static void Single(Span<char> token, TokenSink sink)
    {
        if (token.Length > 1 && char.IsAsciiDigit(token[0]) && OrdinalDigits(token) is var digits and > 0)
        {
            token[digits] = 'e';
            sink(token[..(digits + 1)]);
        }
        else if (token.Length > 0)
        {
            sink(token);
        }
    }

    /// <summary>How many digits lead an ordinal such as 1er, 2nde or 5ème; 0 when the token is none.</summary>
    private static int OrdinalDigits(ReadOnlySpan<char> token)
    {
        var digits = 0;
        while (digits < token.Length && char.IsAsciiDigit(token[digits]))
            digits++;
        return token[digits..] is "e" or "er" or "ère" or "ere" or "re" or "ème" or "eme" or "nd" or "nde" or "ième" or "ieme"
            ? digits
            : 0;
    }

    /// <summary>The token without hyphens and apostrophes, in place.</summary>
    private static Span<char> WithoutMarks(Span<char> token)
    {
        var length = 0;
        foreach (var c in token)
        {
            if (c is not ('-' or '\''))
                token[length++] = c;
        }

        return token[..length];
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        new HashSet<string>(words, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
