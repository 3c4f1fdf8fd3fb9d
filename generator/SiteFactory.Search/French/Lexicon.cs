using System.Collections.Concurrent;

namespace SiteFactory.Search.French;

/// <summary>Every word met so far, analysed once. Safe to use from several threads.</summary>
internal sealed class Lexicon
{
    private readonly ConcurrentDictionary<string, FrenchWord> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FrenchWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly StopWords _stopWords;
    private int _numbers;

    public Lexicon(StopWords stopWords)
    {
        _stopWords = stopWords;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Above the number of every word there is.</summary>
    public int Count => Volatile.Read(ref _numbers);

    public FrenchWord this[ReadOnlySpan<char> written] =>
        _lookup.TryGetValue(written, out var known) ? known : _words.GetOrAdd(written.ToString(), Add);

    private FrenchWord Add(string written)
    {
        var word = FrenchWord.Of(written);
        return word with { Number = Interlocked.Increment(ref _numbers) - 1, IsEmpty = _stopWords.IsEmpty(word.Folded) || IsNoise(word.Folded) };
    }

    /// <summary>Parts of telephone numbers and of times: nobody looks for them.</summary>
    private static bool IsNoise(string folded) =>
        folded.Length is 1 or 2 && char.IsAsciiDigit(folded[0]) && char.IsAsciiDigit(folded[^1]);
}
