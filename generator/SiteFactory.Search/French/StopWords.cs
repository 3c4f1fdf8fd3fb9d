namespace SiteFactory.Search.French;

/// <summary>The words that carry no meaning (kept in titles only) and those that carry little.</summary>
public sealed class StopWords
{
    private readonly HashSet<string> _empty;

    private StopWords(HashSet<string> empty, HashSet<string> weak)
    {
        _empty = empty;
        Empty = [.. empty.Order(StringComparer.Ordinal)];
        Weak = [.. weak.Except(empty, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The list of French/stopwords.txt.</summary>
    public static StopWords French { get; } = Parse(EmbeddedText.Read("French/stopwords.txt"));

    /// <summary>The folded words without meaning, sorted.</summary>
    public IReadOnlyList<string> Empty { get; }

    /// <summary>The folded words of little meaning, sorted.</summary>
    public IReadOnlyList<string> Weak { get; }

    /// <summary>Whether a folded word says nothing: a listed one, or a single letter.</summary>
    public bool IsEmpty(string folded) =>
        _empty.Contains(folded) || (folded.Length == 1 && !char.IsAsciiDigit(folded[0]));

    /// <summary>Reads a list: words, comments after #, the two sections [mots vides] and [mots faibles].</summary>
    public static StopWords Parse(string text)
    {
        HashSet<string> empty = new(StringComparer.Ordinal), weak = new(StringComparer.Ordinal);
        var section = empty;
        foreach (var (number, line) in EmbeddedText.Lines(text))
        {
            if (line.StartsWith('['))
            {
                section = line switch
                {
                    "[mots vides]" => empty,
                    "[mots faibles]" => weak,
                    _ => throw new FormatException($"Line {number}: unknown section {line}."),
                };
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Tokenizer.Tokenize(Folding.Compose(word), token => section.Add(Folding.Fold(token.ToString())));
        }

        return new StopWords(empty, weak);
    }
}
