using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>Gathers the words of all documents into families, then lets the thesaurus add its own.</summary>
internal sealed class FamilyCollector(CompiledThesaurus thesaurus)
{
    private readonly Dictionary<FrenchWord, Form> _formOf = new(4096, WordIdentity.Comparer);
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
        return [.. _families.Values.OrderBy(family => family.Key, StringComparer.Ordinal)];
    }

    private void AddDocument(int number, AnalyzedDocument document)
    {
        for (var i = 0; i < document.Words.Length; i++)
        {
            var word = document.Words[i];
            if (!_formOf.TryGetValue(word, out var form))
                _formOf[word] = form = FormOf(word);
            form.Postings.Add(number, document.Impacts[i]);
            form.Count(word);
        }
    }

    private Form FormOf(FrenchWord word)
    {
        if (!_forms.TryGetValue(word.Folded, out var form))
            _forms[word.Folded] = form = new Form(word.Folded);
        return form;
    }

    private void AddForm(Form form)
    {
        form.Settle();
        var family = GetOrAdd(thesaurus.Canonical(form.Stem));
        family.Forms[form.Folded] = form.Postings;
        AddAlias(family, form.Stem);
        AddAlias(family, form.PlainStem);
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
        family.Forms.TryAdd(word.Folded, null);
        AddAlias(family, word.Stem);
        AddAlias(family, word.PlainStem);
    }

    private static void AddAlias(Family family, string stem)
    {
        if (!string.Equals(stem, family.Key, StringComparison.Ordinal))
            family.Aliases.Add(stem);
    }

    private Family GetOrAdd(string key)
    {
        if (!_families.TryGetValue(key, out var family))
            _families[key] = family = new Family(key);
        return family;
    }

    /// <summary>One folded form; the way most documents accent it tells its family.</summary>
    private sealed class Form(string folded)
    {
        private readonly Dictionary<string, (FrenchWord Word, int Count)> _written = new(1, StringComparer.Ordinal);

        public string Folded { get; } = folded;

        public string Stem { get; private set; } = folded;

        public string PlainStem { get; private set; } = folded;

        public Postings Postings { get; } = new();

        public void Count(FrenchWord word) =>
            _written[word.Written] = (word, _written.TryGetValue(word.Written, out var known) ? known.Count + 1 : 1);

        public void Settle()
        {
            var (best, most) = (default(FrenchWord), 0);
            foreach (var (word, count) in _written.Values)
            {
                if (count > most || (count == most && string.CompareOrdinal(word.Written, best?.Written) > 0))
                    (best, most) = (word, count);
            }

            Stem = best!.Stem;
            PlainStem = best.PlainStem;
        }
    }
}
