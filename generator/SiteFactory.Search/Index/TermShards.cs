namespace SiteFactory.Search.Index;

/// <summary>The files that hold the words: where each begins, and their names.</summary>
internal sealed record TermDirectory(IReadOnlyList<string> Starts, IReadOnlyList<string> Names);

/// <summary>
/// Writes families into files by the first three letters of their words; all words with the same three stand in one
/// file. A line is <c>key[,alias]… TAB form[;form]…</c>; README.md explains the rest. Used for index after index.
/// </summary>
internal sealed class TermShards(PostingStore store)
{
    public const int PrefixLength = 3;
    private const int Small = 2_200;
    private const int Large = 4_800;

    private readonly TextBuffer _lines = new();
    private readonly TextBuffer _text = new();
    private readonly List<(int Start, int Length)> _places = [];
    private readonly List<(ShortKey Prefix, int Family)> _members = [];
    private readonly List<int> _shard = [];

    /// <param name="families">Sorted by key.</param>
    public TermDirectory Write(IReadOnlyList<Family> families, IndexFiles files)
    {
        WriteLines(families);
        SortByPrefix(families);
        List<string> starts = [], names = [];
        var (size, start) = (0, default(ShortKey));
        for (int i = 0, end; i < _members.Count; i = end)
        {
            var prefix = _members[i].Prefix;
            var groupSize = 0;
            for (end = i; end < _members.Count && _members[end].Prefix == prefix; end++)
                groupSize += _places[_members[end].Family].Length;
            if (size > 0 && (size + groupSize > Large || (size > Small && IndexFiles.Hash(prefix.ToString()) % 2 == 0)))
                Flush();
            if (size == 0)
                start = prefix;
            for (var member = i; member < end; member++)
                _shard.Add(_members[member].Family);
            size += groupSize;
        }

        if (size > 0)
            Flush();
        return new TermDirectory(starts, names);

        void Flush()
        {
            starts.Add(start.ToString());
            names.Add(files.Add("t", "txt", Shard()));
            _shard.Clear();
            size = 0;
        }
    }

    private void WriteLines(IReadOnlyList<Family> families)
    {
        _lines.Clear();
        _places.Clear();
        foreach (var family in families)
        {
            var start = _lines.Length;
            FamilyLine.Write(family, store, _lines);
            _places.Add((start, _lines.Length - start));
        }
    }

    /// <summary>Every family under each prefix that a query for it may begin with.</summary>
    private void SortByPrefix(IReadOnlyList<Family> families)
    {
        _members.Clear();
        for (var i = 0; i < families.Count; i++)
        {
            var first = _members.Count;
            var lead = families[i].Lead ?? families[i];
            Add(first, lead.Key, i);
            foreach (var alias in lead.Aliases)
                Add(first, alias, i);
            foreach (var (form, _) in lead.Forms)
                Add(first, form, i);
        }

        _members.Sort(static (a, b) => ShortKey.Compare(a.Prefix, b.Prefix));
    }

    /// <param name="first">Where the family's members begin: it stands once under a prefix.</param>
    private void Add(int first, string word, int family)
    {
        var prefix = ShortKey.OfBeginning(word, PrefixLength);
        for (var i = first; i < _members.Count; i++)
        {
            if (_members[i].Prefix == prefix)
                return;
        }

        _members.Add((prefix, family));
    }

    /// <summary>The lines of the families gathered, each once, in the order of their keys.</summary>
    private byte[] Shard()
    {
        _shard.Sort();
        _text.Clear();
        var before = -1;
        foreach (var family in _shard)
        {
            if (family != before)
                _text.Append(_lines.Slice(_places[family].Start, _places[family].Length));
            before = family;
        }

        return _text.ToArray();
    }
}
