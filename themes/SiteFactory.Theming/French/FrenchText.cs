using System.Buffers;

namespace SiteFactory.Theming.French;

/// <summary>French typography: spaces that do not break, apostrophes, lists, plurals.</summary>
public static class FrenchText
{
    /// <summary>U+00A0, before <c>:</c> and inside « ».</summary>
    public const char NoBreakSpace = '\u00a0';

    /// <summary>U+202F, before <c>; ! ?</c> and between thousands.</summary>
    public const char NarrowNoBreakSpace = '\u202f';

    /// <summary>U+2019.</summary>
    public const char Apostrophe = '\u2019';

    private static readonly SearchValues<char> Touched = SearchValues.Create("'’:;!?«»");

    /// <summary>The text with a capital first letter.</summary>
    public static string Capitalize(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"a, b et c".</summary>
    public static string Join(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} et {words[^1]}",
    };

    /// <summary>French counts 0 and 1 as singular.</summary>
    public static string Plural(int count, string singular, string plural) => count is > -2 and < 2 ? singular : plural;

    /// <summary>
    /// Typographic apostrophes, and no-break spaces where French wants them. An ordinary space before a sign becomes the
    /// right one; a sign glued to a word (<c>10:30</c>, <c>https://</c>) is left alone.
    /// </summary>
    public static string Typeset(string text)
    {
        if (text.AsSpan().IndexOfAny(Touched) < 0)
        {
            return text;
        }
        for (var i = 0; i < text.Length; i++)
        {
            if (Typeset(text, i) != text[i])
            {
                return string.Create(text.Length, text, static (result, text) =>
                {
                    for (var i = 0; i < result.Length; i++)
                    {
                        result[i] = Typeset(text, i);
                    }
                });
            }
        }
        return text;
    }

    /// <inheritdoc cref="Typeset(string)"/>
    public static string? TypesetOrNull(string? text) => text is null ? null : Typeset(text);

    private static char Typeset(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            '\'' when at > 0 && char.IsLetter(text[at - 1]) && char.IsLetter(next) => Apostrophe,
            ' ' when next is ':' or '»' => NoBreakSpace,
            ' ' when next is ';' or '!' or '?' => NarrowNoBreakSpace,
            ' ' when at > 0 && text[at - 1] == '«' => NoBreakSpace,
            var other => other,
        };
    }
}
