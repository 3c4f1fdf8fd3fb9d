using System.Globalization;
using SiteFactory.Theming.French;

namespace SiteFactory.Themes.Territoire;

/// <summary>Fills the holes of a sentence of <c>Strings.resx</c>.</summary>
internal static class Say
{
    public static string With(string sentence, string value) => string.Format(CultureInfo.InvariantCulture, sentence, value);

    public static string With(string sentence, string one, string two) => string.Format(CultureInfo.InvariantCulture, sentence, one, two);

    public static string With(string sentence, int value) => With(sentence, FrenchNumbers.Count(value));

    /// <summary>"n° 2026-032"; a reference that says already what it is stays as it was written.</summary>
    public static string Reference(string reference) => char.IsAsciiDigit(reference[0]) ? With(Strings.Reference, reference) : reference;

    /// <summary>The sentence for one thing or for several.</summary>
    public static string Count(int count, string one, string several) => With(FrenchText.Plural(count, one, several), count);
}
