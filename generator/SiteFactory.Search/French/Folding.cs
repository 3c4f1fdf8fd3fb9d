using System.Text;

namespace SiteFactory.Search.French;

/// <summary>Letters as a search compares them: lower case, without accents, ligatures taken apart.</summary>
public static class Folding
{
    /// <summary>Composes the text (NFC) so that both ways of writing an accent are one.</summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The folded form of a word or text.</summary>
    public static string Fold(string text)
    {
        var composed = Compose(text);
        var folded = new StringBuilder(composed.Length + 2);
        foreach (var c in composed)
        {
            if (c < 0x80)
                folded.Append(char.ToLowerInvariant(c));
            else
                AppendFolded(folded, c);
        }

        return folded.ToString();
    }

    private static void AppendFolded(StringBuilder folded, char c)
    {
        var lower = char.ToLowerInvariant(c);
        var simple = lower switch
        {
            'œ' => "oe",
            'æ' => "ae",
            'ß' => "ss",
            'à' or 'â' or 'ä' or 'á' or 'ã' or 'å' => "a",
            'é' or 'è' or 'ê' or 'ë' => "e",
            'î' or 'ï' or 'í' or 'ì' => "i",
            'ô' or 'ö' or 'ó' or 'ò' or 'õ' => "o",
            'ù' or 'û' or 'ü' or 'ú' => "u",
            'ç' => "c",
            'ñ' => "n",
            'ÿ' => "y",
            '’' or 'ʼ' => "'",
            _ => null,
        };
        if (simple is not null)
            folded.Append(simple);
        else
            AppendDecomposed(folded, lower);
    }

    private static void AppendDecomposed(StringBuilder folded, char lower)
    {
        if (char.IsSurrogate(lower))
        {
            folded.Append(lower);
            return;
        }

        foreach (var part in lower.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(part) != System.Globalization.UnicodeCategory.NonSpacingMark)
                folded.Append(part);
        }
    }
}
