namespace SiteFactory.Search.Index;

/// <summary>
/// One family as a line of text. A form is what follows the key; capital letters before it say how many letters of
/// the key fall away (A is one). After a colon stand its documents, each the step from the one before and the
/// impact, in digits of six bits, the lowest five first, the sixth telling that more follow. The form that begins
/// with "~" names the stems of synonyms and holds the documents found through them.
/// </summary>
internal static class FamilyLine
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

    /// <summary>Writes the line with its end.</summary>
    public static void Write(Family family, PostingStore store, TextBuffer text)
    {
        text.Append(family.Key);
        foreach (var alias in family.Aliases)
            text.Append(',').Append(alias);
        var separator = '\t';
        foreach (var (form, postings) in family.Forms)
        {
            text.Append(separator);
            AppendRelative(text, family.Key, form);
            separator = ';';
            if (postings.Count > 0)
                AppendPostings(text.Append(':'), store[postings]);
        }

        if (family.Synonyms.Count > 0)
        {
            text.Append(separator).Append('~').Append(string.Join(',', family.Meanings)).Append(':');
            AppendPostings(text, store[family.Synonyms]);
        }

        text.Append('\n');
    }

    private static void AppendPostings(TextBuffer text, ReadOnlySpan<Posting> postings)
    {
        var previous = -1;
        foreach (var posting in postings)
        {
            var number = (uint)((posting.Document - previous - 1) * Impact.Count) + posting.Impact;
            while (number > 31)
            {
                text.Append(Digits[(int)(number & 31) + 32]);
                number >>= 5;
            }

            text.Append(Digits[(int)number]);
            previous = posting.Document;
        }
    }

    private static void AppendRelative(TextBuffer text, string key, string form)
    {
        var common = 0;
        while (common < key.Length && common < form.Length && key[common] == form[common])
            common++;
        var drop = key.Length - common;
        if (drop > 26)
            throw new InvalidOperationException($"The stem {key} has too little in common with {form}.");
        if (drop > 0)
            text.Append((char)('A' + drop - 1));
        text.Append(form.AsSpan(common));
    }
}
