using SiteFactory.Search.French;
using SiteFactory.Search.Index;

namespace SiteFactory.Search;

/// <summary>Adds up the weights of a document’s words, field by field. One is used for many documents, one at a time.</summary>
internal sealed class WordWeights
{
    private readonly List<FrenchWord> _met = new(512);
    private readonly List<FrenchWord> _metInField = new(512);
    private double[] _weights = [];
    private int[] _counts = [];
    private int _length;

    /// <summary>Counts a word of the field being read.</summary>
    public void Count(FrenchWord word, bool keepsEmpty)
    {
        if (!word.IsEmpty)
            _length++;
        else if (!keepsEmpty)
            return;
        if (word.Number >= _counts.Length)
            Grow(word.Number);
        if (_counts[word.Number]++ == 0)
            _metInField.Add(word);
    }

    /// <summary>Ends a field: its words count by its weight and its length.</summary>
    public void EndField(double weight, double slope, double usualLength)
    {
        var scale = weight / (1 - slope + (slope * _length / usualLength));
        foreach (var word in _metInField)
        {
            ref var sum = ref _weights[word.Number];
            if (sum == 0)
                _met.Add(word);
            sum += _counts[word.Number] * scale;
            _counts[word.Number] = 0;
        }

        _metInField.Clear();
        _length = 0;
    }

    /// <summary>Ends the document: its words, one for each folded form, and their impacts.</summary>
    public (FrenchWord[] Words, byte[] Impacts) EndDocument()
    {
        _met.Sort(ByFoldedThenWritten);
        List<FrenchWord> words = new(_met.Count);
        List<byte> impacts = new(_met.Count);
        for (var i = 0; i < _met.Count;)
        {
            var word = _met[i];
            var weight = 0.0;
            for (; i < _met.Count && string.Equals(_met[i].Folded, word.Folded, StringComparison.Ordinal); i++)
            {
                weight += _weights[_met[i].Number];
                _weights[_met[i].Number] = 0;
            }

            words.Add(word);
            impacts.Add(Impact.Level(weight));
        }

        _met.Clear();
        return ([.. words], [.. impacts]);
    }

    /// <summary>Accented spellings come first: they say more.</summary>
    private static int ByFoldedThenWritten(FrenchWord a, FrenchWord b)
    {
        var order = string.CompareOrdinal(a.Folded, b.Folded);
        return order != 0 ? order : string.CompareOrdinal(b.Written, a.Written);
    }

    private void Grow(int number)
    {
        var size = Math.Max(number + 1024, _counts.Length * 2);
        Array.Resize(ref _counts, size);
        Array.Resize(ref _weights, size);
    }
}
