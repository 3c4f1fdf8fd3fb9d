namespace SiteFactory.Search.French;

/// <summary>How two wordings relate.</summary>
public enum SynonymKind
{
    /// <summary>Two spellings of one word: they count as the same.</summary>
    Spelling,

    /// <summary>Who looks for the left finds the right as well.</summary>
    OneWay,
}

/// <summary>One rule: who looks for <see cref="From"/> also finds <see cref="To"/>, at some of its weight.</summary>
/// <param name="Line">The line it stands on.</param>
/// <param name="Kind">How the two relate.</param>
/// <param name="From">The meaningful words looked for, composed and in lower case.</param>
/// <param name="To">The meaningful words found.</param>
public sealed record SynonymRule(int Line, SynonymKind Kind, IReadOnlyList<string> From, IReadOnlyList<string> To);

/// <summary>The synonyms of the municipal world, from French/synonyms.txt, whose head explains the form.</summary>
public sealed class Thesaurus
{
    private static readonly (string Sign, SynonymKind Kind, bool Back)[] Signs =
    [
        ("<=>", SynonymKind.OneWay, true), ("=>", SynonymKind.OneWay, false), ("=", SynonymKind.Spelling, false),
    ];

    private Thesaurus(IReadOnlyList<SynonymRule> rules, IReadOnlyList<string> faults)
    {
        Rules = rules;
        Faults = faults;
    }

    /// <summary>The list that comes with the product.</summary>
    public static Thesaurus Municipal { get; } = Parse(EmbeddedText.Read("French/synonyms.txt"), StopWords.French);

    /// <summary>No synonyms at all.</summary>
    public static Thesaurus None { get; } = new([], []);

    /// <summary>Every rule, in the order of the file.</summary>
    public IReadOnlyList<SynonymRule> Rules { get; }

    /// <summary>What could not be understood, line by line; the rest of the file counts all the same.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Reads a list of synonyms.</summary>
    public static Thesaurus Parse(string text, StopWords stopWords)
    {
        ArgumentNullException.ThrowIfNull(stopWords);
        List<SynonymRule> rules = [];
        List<string> faults = [];
        foreach (var (number, line) in EmbeddedText.Lines(Folding.Compose(text)))
        {
            var (sign, kind, back) = Array.Find(Signs, s => line.Contains(s.Sign, StringComparison.Ordinal));
            if (sign is null)
                faults.Add($"{number}: {line} (=, => ou <=> ?)");
            else
                AddRules(line.Split(sign, 2), number, kind, back, stopWords, rules, faults);
        }

        return new Thesaurus(rules, faults);
    }

    private static void AddRules(
        string[] sides, int number, SynonymKind kind, bool back, StopWords stopWords,
        List<SynonymRule> rules, List<string> faults)
    {
        var left = Wordings(sides[0], stopWords);
        var right = Wordings(sides[1], stopWords);
        if (left.Count == 0 || right.Count == 0 || left.Concat(right).Any(words => words.Count == 0))
        {
            faults.Add($"{number}: {sides[0].Trim()} … {sides[1].Trim()} (mots manquants)");
            return;
        }

        if (kind == SynonymKind.Spelling && left.Concat(right).Any(words => words.Count != 1))
        {
            faults.Add($"{number}: {sides[0].Trim()} … {sides[1].Trim()} (un seul mot de chaque côté de =)");
            return;
        }

        foreach (var from in left)
        {
            foreach (var to in right)
            {
                rules.Add(new SynonymRule(number, kind, from, to));
                if (back)
                    rules.Add(new SynonymRule(number, kind, to, from));
            }
        }
    }

    private static List<IReadOnlyList<string>> Wordings(string side, StopWords stopWords)
    {
        List<IReadOnlyList<string>> wordings = [];
        foreach (var wording in side.Split(',', StringSplitOptions.TrimEntries))
            wordings.Add(MeaningfulWords(wording, stopWords));
        return wordings;
    }

    private static List<string> MeaningfulWords(string wording, StopWords stopWords)
    {
        List<string> words = [];
        var isCompound = !wording.Contains(' ', StringComparison.Ordinal);
        wording = wording.Replace("-", isCompound ? "" : " ", StringComparison.Ordinal);
        Tokenizer.Tokenize(wording, token =>
        {
            var word = token.ToString();
            if (!stopWords.IsEmpty(Folding.Fold(word)))
                words.Add(word);
        });
        return words;
    }
}
