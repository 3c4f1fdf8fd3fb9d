using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>Gathers the words of all documents into families, then lets the thesaurus add its own. Used for index after index.</summary>
internal sealed class FamilyCollector(CompiledThesaurus thesaurus, PostingStore store)
{
    private readonly WordTable _words = new();
    private readonly Dictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly Reused<Family> _made = new();

    /// <summary>The families of documents numbered as they come, sorted by key. They hold until the next call.</summary>
    public Family[] Collect(ReadOnlySpan<AnalyzedDocument> documents)
    {
        store.Clear();
        _families.Clear();
        _made.Clear();
        _words.Read(documents, store);
        foreach (var form in _words.Forms)
            AddForm(form);
        foreach (var spelling in thesaurus.Spellings)
            AddSpelling(spelling);
        new SynonymExpansion(_families, Make, Resolve, store).Apply(thesaurus.Synonyms);
        Family[] families = [.. _families.Values];
        Array.Sort(families, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        foreach (var family in families)
            family.Sort();
        return families;
    }

    private void AddForm(Form form)
    {
        var best = form.Best();
        var family = GetOrAdd(thesaurus.Canonical(best.Stem));
        family.AddForm(form.Folded, form.Postings);
        family.AddAlias(best.Stem);
        family.AddAlias(best.PlainStem);
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
        var key = thesaurus.Canonical(_words.Find(word.Folded)?.Best().Stem ?? word.Stem);
        if (_families.TryGetValue(key, out var family) || !create)
            return family;
        family = GetOrAdd(key);
        Learn(family, word);
        return family;
    }

    private static void Learn(Family family, FrenchWord word)
    {
        family.AddForm(word.Folded, default);
        family.AddAlias(word.Stem);
        family.AddAlias(word.PlainStem);
    }

    private Family GetOrAdd(string key) => _families.TryGetValue(key, out var family) ? family : Make(key, null);

    private Family Make(string key, Family? lead)
    {
        var family = _made.Next();
        family.Reset(key, lead);
        _families[key] = family;
        return family;
    }
}
