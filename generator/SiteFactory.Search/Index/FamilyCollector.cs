using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>Gathers the words of all documents into families, then lets the thesaurus add its own.</summary>
internal sealed class FamilyCollector(CompiledThesaurus thesaurus)
{
    private readonly Dictionary<FrenchWord, Occurrences> _occurrences = new(4096, WordIdentity.Comparer);
    private readonly Dictionary<string, Form> _forms = new(4096, StringComparer.Ordinal);
    private readonly Dictionary<string, Family> _families = new(4096, StringComparer.Ordinal);

    /// <summary>The families of documents numbered as they come, sorted by key.</summary>
    public IReadOnlyList<Family> Collect(ReadOnlySpan<AnalyzedDocument> documents)
    {
        for (var number = 0; number < documents.Length; number++)
            AddDocument(number, documents[number]);
        foreach (var form in _forms.Values)
            AddForm(form);
        foreach (var spelling in thesaurus.Spellings)
            AddSpelling(spelling);
        new SynonymExpansion(_families, Resolve).Apply(thesaurus.Synonyms);
        Family[] families = [.. _families.Values];
        Array.Sort(families, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        foreach (var family in families)
            family.Sort();
        return families;
    }

    private void AddDocument(int number, AnalyzedDocument document)
    {
        for (var i = 0; i < document.Words.Length; i++)
        {
            var word = document.Words[i];
            if (!_occurrences.TryGetValue(word, out var occurrences))
                _occurrences[word] = occurrences = OccurrencesOf(word);
            occurrences.Form.Postings.Add(number, document.Impacts[i]);
            occurrences.Count++;
        }
    }

    private Occurrences OccurrencesOf(FrenchWord word)
    {
        if (!_forms.TryGetValue(word.Folded, out var form))
            _forms[word.Folded] = form = new Form(word.Folded);
        var occurrences = new Occurrences(word, form);
        form.Written.Add(occurrences);
        return occurrences;
    }

    private void AddForm(Form form)
    {
        form.Settle();
        var family = GetOrAdd(thesaurus.Canonical(form.Stem));
        family.AddForm(form.Folded, form.Postings);
        family.AddAlias(form.Stem);
        family.AddAlias(form.PlainStem);
    }

    /// <summary>Lets a family be found by its other spelling even when no document uses that.</summary>
    private void AddSpelling(FrenchWord word)
    {
        if (_families.TryGetValue(thesaurus.Canonical(word.Stem), out var family))
            Learn(family, word);
    }

    /// <summary>The family that a word of the thesaurus belongs to; made when asked for and missing.</summary>
    private Family? Resolve(FrenchWord word, bool create)
    {
        var key = thesaurus.Canonical(_forms.TryGetValue(word.Folded, out var form) ? form.Stem : word.Stem);
        if (_families.TryGetValue(key, out var family) || !create)
            return family;
        family = GetOrAdd(key);
        Learn(family, word);
        return family;
    }

    private static void Learn(Family family, FrenchWord word)
    {
        family.AddForm(word.Folded, null);
        family.AddAlias(word.Stem);
        family.AddAlias(word.PlainStem);
    }

    private Family GetOrAdd(string key)
    {
        if (!_families.TryGetValue(key, out var family))
            _families[key] = family = new Family(key);
        return family;
    }

    /// <summary>How many documents write a form in one way.</summary>
    private sealed class Occurrences(FrenchWord word, Form form)
    {
        public FrenchWord Word { get; } = word;

        public Form Form { get; } = form;

        public int Count { get; set; }
    }

    /// <summary>One folded form; the way most documents accent it tells its family.</summary>
    private sealed class Form(string folded)
    {
        public string Folded { get; } = folded;

        public string Stem { get; private set; } = folded;

        public string PlainStem { get; private set; } = folded;

        public Postings Postings { get; } = new();

        public List<Occurrences> Written { get; } = new(1);

        public void Settle()
        {
            var best = Written.Count == 1
                ? Written[0].Word
                : Written.GroupBy(o => o.Word.Written, StringComparer.Ordinal)
                    .OrderByDescending(group => group.Sum(o => o.Count))
                    .ThenByDescending(group => group.Key, StringComparer.Ordinal)
                    .First().First().Word;
            Stem = best.Stem;
            PlainStem = best.PlainStem;
        }
    }
}
