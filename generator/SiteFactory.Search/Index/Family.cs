using System.Runtime.InteropServices;

namespace SiteFactory.Search.Index;

/// <summary>The documents about one word form, with how much they are about it.</summary>
internal sealed class Postings
{
    private readonly List<int> _packed = new(2);

    public int Count => _packed.Count;

    public (int Document, byte Impact) this[int index] => (_packed[index] >> 3, (byte)(_packed[index] & 7));

    /// <summary>All of them, in their order.</summary>
    public List<(int Document, byte Impact)> ToList()
    {
        List<(int Document, byte Impact)> list = new(Count);
        for (var i = 0; i < Count; i++)
            list.Add(this[i]);
        return list;
    }

    /// <summary>Adds a document, whose number is above those already there.</summary>
    public void Add(int document, byte impact) => _packed.Add((document << 3) | impact);
}

/// <summary>All forms that share a stem: what a query for one of them should find.</summary>
internal sealed class Family(string key, Family? lead = null)
{
    private readonly List<string> _aliases = [];
    private readonly List<(string Folded, Postings? Postings)> _forms = new(2);

    /// <summary>The folded stem, or several of them with spaces between for an expression.</summary>
    public string Key { get; } = key;

    /// <summary>The family of an expression’s first word: they stand in the same files.</summary>
    public Family? Lead { get; } = lead;

    /// <summary>Other stems that lead here: of words typed without accents, of other spellings.</summary>
    public IReadOnlyList<string> Aliases => _aliases;

    /// <summary>The folded forms; those that only a synonym knows have no postings.</summary>
    public IReadOnlyList<(string Folded, Postings? Postings)> Forms => _forms;

    /// <summary>The documents found through synonyms, in their order, with their impacts; null when there are none.</summary>
    public List<(int Document, byte Impact)>? Synonyms { get; private set; }

    /// <summary>The stems of the words that those synonyms are, to show them in excerpts.</summary>
    public SortedSet<string>? Meanings { get; private set; }

    public void AddAlias(string stem)
    {
        if (!string.Equals(stem, Key, StringComparison.Ordinal) && !_aliases.Contains(stem))
            _aliases.Add(stem);
    }

    /// <summary>Adds a form, unless it is there.</summary>
    public void AddForm(string folded, Postings? postings)
    {
        foreach (var (known, _) in _forms)
        {
            if (string.Equals(known, folded, StringComparison.Ordinal))
                return;
        }

        _forms.Add((folded, postings));
    }

    /// <summary>Adds documents in their order, and keeps the list; one that is there already counts with its higher impact.</summary>
    public void AddSynonyms(List<(int Document, byte Impact)> documents) =>
        Synonyms = Synonyms is null ? documents : Merged(Synonyms, documents);

    public void AddMeaning(string stem) => (Meanings ??= new SortedSet<string>(StringComparer.Ordinal)).Add(stem);

    /// <summary>Both lists in one, in their order; a document of both with its higher impact.</summary>
    public static List<(int Document, byte Impact)> Merged(List<(int Document, byte Impact)> a, List<(int Document, byte Impact)> b)
    {
        List<(int Document, byte Impact)> merged = new(a.Count + b.Count);
        var (i, j) = (0, 0);
        while (i < a.Count && j < b.Count)
        {
            if (a[i].Document < b[j].Document)
                merged.Add(a[i++]);
            else if (a[i].Document > b[j].Document)
                merged.Add(b[j++]);
            else
                merged.Add((a[i].Document, Math.Max(a[i++].Impact, b[j++].Impact)));
        }

        merged.AddRange(CollectionsMarshal.AsSpan(a)[i..]);
        merged.AddRange(CollectionsMarshal.AsSpan(b)[j..]);
        return merged;
    }

    /// <summary>Puts aliases and forms in the one order in which they are written.</summary>
    public void Sort()
    {
        _aliases.Sort(StringComparer.Ordinal);
        _forms.Sort((a, b) => string.CompareOrdinal(a.Folded, b.Folded));
    }
}
