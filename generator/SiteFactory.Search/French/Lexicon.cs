using System.Collections.Concurrent;

namespace SiteFactory.Search.French;

/// <summary>Every word met so far, analysed once. Safe to use from several threads.</summary>
internal sealed class Lexicon
{
    private readonly ConcurrentDictionary<string, FrenchWord> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FrenchWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Lexicon() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public FrenchWord this[ReadOnlySpan<char> written]
    {
        get
        {
            if (_lookup.TryGetValue(written, out var known))
                return known;
            var word = written.ToString();
            return _words.GetOrAdd(word, FrenchWord.Of);
        }
    }
}
