using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>Which documents hold which forms, and how those are written there. Used for index after index.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, Form> _byFolded = new(StringComparer.Ordinal);
    private readonly Reused<Form> _forms = new();
    private readonly Reused<Spelling> _spellings = new();
    private readonly Dictionary<FrenchWord, Spelling> _strangers = new(ReferenceEqualityComparer.Instance);
    private Spelling?[] _byNumber = [];

    /// <summary>In the order in which they were met.</summary>
    public ReadOnlySpan<Form> Forms => _forms.InUse;

    public Form? Find(string folded) => _byFolded.GetValueOrDefault(folded);

    /// <summary>Reads documents, numbered as they come, in the place of those before.</summary>
    public void Read(ReadOnlySpan<AnalyzedDocument> documents, PostingStore store)
    {
        Clear();
        foreach (var document in documents)
        {
            foreach (var word in document.Words)
                SpellingOf(word).Count++;
        }

        foreach (var form in _forms.InUse)
            form.TakeRoom(store);
        for (var number = 0; number < documents.Length; number++)
            Fill(number, documents[number], store);
    }

    private void Fill(int number, AnalyzedDocument document, PostingStore store)
    {
        for (var i = 0; i < document.Words.Length; i++)
            SpellingOf(document.Words[i]).Form.Add(new(number, document.Impacts[i]), store);
    }

    private Spelling SpellingOf(FrenchWord word)
    {
        if (word.Number >= _byNumber.Length)
            Array.Resize(ref _byNumber, Math.Max(word.Number + 1024, _byNumber.Length * 2));
        var spelling = _byNumber[word.Number] ??= AddSpelling(word);
        return ReferenceEquals(spelling.Word, word) ? spelling : Stranger(word);
    }

    /// <summary>A document that another builder analysed numbers its words in its own way.</summary>
    private Spelling Stranger(FrenchWord word) =>
        _strangers.TryGetValue(word, out var spelling) ? spelling : _strangers[word] = AddSpelling(word);

    private Spelling AddSpelling(FrenchWord word)
    {
        if (!_byFolded.TryGetValue(word.Folded, out var form))
        {
            _byFolded[word.Folded] = form = _forms.Next();
            form.Reset(word.Folded);
        }

        var spelling = _spellings.Next();
        spelling.Reset(word, form);
        form.Add(spelling);
        return spelling;
    }

    private void Clear()
    {
        foreach (var spelling in _spellings.InUse)
            _byNumber[spelling.Word.Number] = null;
        _byFolded.Clear();
        _strangers.Clear();
        _forms.Clear();
        _spellings.Clear();
    }
}

/// <summary>One way to write a form, and how many documents write it so.</summary>
internal sealed class Spelling
{
    public FrenchWord Word { get; private set; } = null!;

    public Form Form { get; private set; } = null!;

    public int Count { get; set; }

    public void Reset(FrenchWord word, Form form) => (Word, Form, Count) = (word, form, 0);
}

/// <summary>One folded form, however it is accented.</summary>
internal sealed class Form
{
    private readonly List<Spelling> _spellings = new(1);
    private FrenchWord? _best;
    private int _filled;

    public string Folded { get; private set; } = "";

    /// <summary>The documents that hold it.</summary>
    public Postings Postings { get; private set; }

    public void Reset(string folded)
    {
        (Folded, Postings, _best, _filled) = (folded, default, null, 0);
        _spellings.Clear();
    }

    public void Add(Spelling spelling) => _spellings.Add(spelling);

    /// <summary>Takes room for as many documents as its spellings counted.</summary>
    public void TakeRoom(PostingStore store)
    {
        var count = 0;
        foreach (var spelling in _spellings)
            count += spelling.Count;
        Postings = store.Take(count);
    }

    /// <summary>Adds a document, whose number is above those already there.</summary>
    public void Add(Posting posting, PostingStore store) => store[Postings][_filled++] = posting;

    /// <summary>The way most documents accent it tells its family.</summary>
    public FrenchWord Best() => _best ??= _spellings.Count == 1
        ? _spellings[0].Word
        : _spellings.GroupBy(s => s.Word.Written, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(s => s.Count))
            .ThenByDescending(group => group.Key, StringComparer.Ordinal)
            .First().First().Word;
}
