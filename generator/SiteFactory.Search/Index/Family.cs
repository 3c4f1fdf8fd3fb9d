namespace SiteFactory.Search.Index;

/// <summary>The documents about one word form, with how much they are about it.</summary>
internal sealed class Postings
{
    private readonly List<int> _packed = [];

    public int Count => _packed.Count;

    public (int Document, byte Impact) this[int index] => (_packed[index] >> 3, (byte)(_packed[index] & 7));

    /// <summary>Adds a document, whose number is above those already there.</summary>
    public void Add(int document, byte impact) => _packed.Add((document << 3) | impact);
}

/// <summary>All forms that share a stem: what a query for one of them should find.</summary>
internal sealed class Family(string key, Family? lead = null)
{
    /// <summary>The folded stem, or several of them with spaces between for an expression.</summary>
    public string Key { get; } = key;

    /// <summary>The family of an expression’s first word: they stand in the same files.</summary>
    public Family? Lead { get; } = lead;

    /// <summary>Other stems that lead here: of words typed without accents, of other spellings.</summary>
    public SortedSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>The folded forms; those that only a synonym knows have no postings.</summary>
    public SortedDictionary<string, Postings?> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>The documents found through synonyms, by number, with their impacts.</summary>
    public SortedDictionary<int, byte> Synonyms { get; } = [];

    /// <summary>The stems of the words that those synonyms are, to show them in excerpts.</summary>
    public SortedSet<string> Meanings { get; } = new(StringComparer.Ordinal);
}
