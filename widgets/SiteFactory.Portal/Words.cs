using System.Globalization;

namespace SiteFactory.Portal;

/// <summary>Sentences with holes.</summary>
internal static class Words
{
    /// <summary>The sentence with its holes filled, the same in every culture.</summary>
    public static string Fill(string sentence, params object?[] values) => string.Format(CultureInfo.InvariantCulture, sentence, values);
}
