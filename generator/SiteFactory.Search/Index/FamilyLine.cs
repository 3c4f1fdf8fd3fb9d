using System.Text;

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

    /// <param name="line">Cleared, and used for writing it.</param>
    public static string Write(Family family, StringBuilder line)
    {
        line.Clear().Append(family.Key);
        foreach (var alias in family.Aliases)
            line.Append(',').Append(alias);
        var separator = '\t';
        foreach (var (form, postings) in family.Forms)
        {
            line.Append(separator).Append(Relative(family.Key, form));
            separator = ';';
            if (postings is null)
                continue;
            line.Append(':');
            var previous = -1;
            for (var i = 0; i < postings.Count; i++)
                previous = AppendPosting(line, previous, postings[i].Document, postings[i].Impact);
        }

        if (family.Synonyms is { Count: > 0 } synonyms)
        {
            line.Append(separator).Append('~').AppendJoin(',', family.Meanings ?? []).Append(':');
            var previous = -1;
            foreach (var (document, impact) in synonyms)
                previous = AppendPosting(line, previous, document, impact);
        }

        return line.ToString();
    }

    private static int AppendPosting(StringBuilder line, int previous, int document, byte impact)
    {
        var number = (uint)((document - previous - 1) * Impact.Count) + impact;
        while (number > 31)
        {
            line.Append(Digits[(int)(number & 31) + 32]);
            number >>= 5;
        }

        line.Append(Digits[(int)number]);
        return document;
    }

    private static string Relative(string key, string form)
    {
        var common = 0;
        while (common < key.Length && common < form.Length && key[common] == form[common])
            common++;
        var drop = key.Length - common;
        return drop switch
        {
            0 => form[common..],
            <= 26 => (char)('A' + drop - 1) + form[common..],
            _ => throw new InvalidOperationException($"The stem {key} has too little in common with {form}."),
        };
    }
}
