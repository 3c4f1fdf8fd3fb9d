using System.Runtime.InteropServices;

namespace SiteFactory.Search.Index;

/// <summary>All forms that share a stem: what a query for one of them should find. Used again for index after index.</summary>
internal sealed class Family
{
    private readonly List<string> _aliases = new(1);
    private readonly List<(string Folded, Postings Postings)> _forms = new(1);
    private readonly List<string> _meanings = [];

    /// <summary>The folded stem, or several of them with spaces between for an expression.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The family of an expression’s first word: they stand in the same files.</summary>
    public Family? Lead { get; private set; }

    /// <summary>Other stems that lead here: of words typed without accents, of other spellings.</summary>
    public ReadOnlySpan<string> Aliases => CollectionsMarshal.AsSpan(_aliases);

    /// <summary>The folded forms; those that only a synonym knows have no postings.</summary>
    public ReadOnlySpan<(string Folded, Postings Postings)> Forms => CollectionsMarshal.AsSpan(_forms);

    /// <summary>The documents about any of its forms, once they were asked for.</summary>
    public Postings? Documents { get; set; }

    /// <summary>The documents found through synonyms.</summary>
    public Postings Synonyms { get; private set; }

    /// <summary>The stems of the words that those synonyms are, to show them in excerpts.</summary>
    public IReadOnlyList<string> Meanings => _meanings;

    /// <summary>Begins anew, as the family of another stem.</summary>
    public void Reset(string key, Family? lead)
    {
        (Key, Lead, Documents, Synonyms) = (key, lead, null, default);
        _aliases.Clear();
        _forms.Clear();
        _meanings.Clear();
    }

    public void AddAlias(string stem)
    {
        if (!string.Equals(stem, Key, StringComparison.Ordinal) && !_aliases.Contains(stem))
            _aliases.Add(stem);
    }

    /// <summary>Adds a form, unless it is there.</summary>
    public void AddForm(string folded, Postings postings)
    {
        foreach (var (known, _) in _forms)
        {
            if (string.Equals(known, folded, StringComparison.Ordinal))
                return;
        }

        _forms.Add((folded, postings));
    }

    /// <summary>Adds documents; one that is there already counts with its higher impact.</summary>
    public void AddSynonyms(Postings documents, PostingStore store) => Synonyms = store.Merge(Synonyms, documents);

    public void AddMeaning(string stem)
    {
        if (!_meanings.Contains(stem))
            _meanings.Add(stem);
    }

    /// <summary>Puts all it holds in the one order in which it is written.</summary>
    public void Sort()
    {
        _aliases.Sort(StringComparer.Ordinal);
        _forms.Sort((a, b) => string.CompareOrdinal(a.Folded, b.Folded));
        _meanings.Sort(StringComparer.Ordinal);
    }
}
