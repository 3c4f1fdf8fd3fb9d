namespace SiteFactory.Search.Index;

/// <summary>
/// Lists the words by their last letters. A typing error in the first letters of a word leads to the wrong file of
/// <see cref="TermShards"/>; its end leads here, to the right word, for the price of one small file. Used for index after index.
/// </summary>
internal sealed class EndingShards
{
    private const int Small = 2_500;
    private const int Large = 5_000;

    /// <summary>Shorter words have too many neighbours to be guessed.</summary>
    private const int ShortestWord = 4;

    private readonly List<(ShortKey Ending, string Word)> _words = [];
    private readonly TextBuffer _text = new();

    public TermDirectory Write(IReadOnlyList<Family> families, IndexFiles files)
    {
        Gather(families);
        List<string> starts = [], names = [];
        var start = default(ShortKey);
        _text.Clear();
        for (int i = 0, end; i < _words.Count; i = end)
        {
            var ending = _words[i].Ending;
            var groupSize = 0;
            for (end = i; end < _words.Count && _words[end].Ending == ending; end++)
                groupSize += _words[end].Word.Length + 1;
            var size = _text.Length == 0 ? 0 : _text.Length + 1;
            if (size > 0 && (size + groupSize > Large || (size > Small && IndexFiles.Hash(ending.ToString()) % 2 == 0)))
                Flush();
            if (_text.Length == 0)
                start = ending;
            for (var word = i; word < end; word++)
                (_text.Length == 0 ? _text : _text.Append(' ')).Append(_words[word].Word);
        }

        if (_text.Length > 0)
            Flush();
        return new TermDirectory(starts, names);

        void Flush()
        {
            starts.Add(start.ToString());
            names.Add(files.Add("e", "txt", _text.ToArray()));
            _text.Clear();
        }
    }

    private void Gather(IReadOnlyList<Family> families)
    {
        _words.Clear();
        foreach (var family in families)
        {
            foreach (var (form, _) in family.Forms)
            {
                if (form.Length >= ShortestWord && !char.IsAsciiDigit(form[0]))
                    _words.Add((ShortKey.OfEnd(form), form));
            }
        }

        _words.Sort(static (a, b) => a.Ending != b.Ending ? ShortKey.Compare(a.Ending, b.Ending) : string.CompareOrdinal(a.Word, b.Word));
    }
}
