namespace SiteFactory.Search.French;

/// <summary>The words that carry no meaning (kept in titles only), hardly any, or less than others.</summary>
public sealed class StopWords
{
    private readonly HashSet<string> _empty;

    private StopWords(HashSet<string> empty, IEnumerable<string> weak, IEnumerable<string> light)
    {
        _empty = empty;
        Empty = Sorted(empty);
        WeakStems = Sorted(weak.SelectMany(Stems));
        LightStems = Sorted(light.SelectMany(Stems).Except(WeakStems, StringComparer.Ordinal));
    }

    /// <summary>The list of French/stopwords.txt.</summary>
    public static StopWords French { get; } = Parse(EmbeddedText.Read("French/stopwords.txt"));

    /// <summary>The folded words without meaning, sorted.</summary>
    public IReadOnlyList<string> Empty { get; }

    /// <summary>The stems of the words of hardly any meaning, sorted.</summary>
    public IReadOnlyList<string> WeakStems { get; }

    /// <summary>The stems of the words that say something about a question’s subject, sorted.</summary>
    public IReadOnlyList<string> LightStems { get; }

    /// <summary>Whether a folded word says nothing: a listed one, or a single letter.</summary>
    public bool IsEmpty(string folded) =>
        _empty.Contains(folded) || (folded.Length == 1 && !char.IsAsciiDigit(folded[0]));

    /// <summary>Reads a list: words, comments after #, the sections [mots vides], [mots faibles], [mots d’appoint].</summary>
    public static StopWords Parse(string text)
    {
        HashSet<string> empty = new(StringComparer.Ordinal), weak = new(StringComparer.Ordinal), light = new(StringComparer.Ordinal);
        var section = empty;
        foreach (var (number, line) in EmbeddedText.Lines(Folding.Compose(text)))
        {
            if (line.StartsWith('['))
            {
                section = line switch
                {
                    "[mots vides]" => empty,
                    "[mots faibles]" => weak,
                    "[mots d’appoint]" => light,
                    _ => throw new FormatException($"Line {number}: unknown section {line}."),
                };
                continue;
            }

            Tokenizer.Tokenize(line, token => section.Add(section == empty ? Folding.Fold(token.ToString()) : token.ToString()));
        }

        return new StopWords(empty, weak, light);
    }

    private static IEnumerable<string> Stems(string word)
    {
        var analyzed = FrenchWord.Of(word);
        return [analyzed.Stem, analyzed.PlainStem];
    }

    private static string[] Sorted(IEnumerable<string> words) =>
        [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
