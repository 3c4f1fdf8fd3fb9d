namespace SiteFactory.Search.Index;

/// <summary>A document about a word, with how much it is about it.</summary>
internal readonly struct Posting(int document, byte impact)
{
    private readonly int _packed = (document << 3) | impact;

    /// <summary>Its number in the index.</summary>
    public int Document => _packed >> 3;

    /// <summary>0 to 7.</summary>
    public byte Impact => (byte)(_packed & 7);
}

/// <summary>A list of documents in a <see cref="PostingStore"/>, each once, in the order of their numbers.</summary>
internal readonly record struct Postings(int Start, int Count);

/// <summary>
/// Holds thousands of short lists behind each other in one array, which the next index uses again: collecting them as objects
/// would cost more than making them.
/// </summary>
internal sealed class PostingStore
{
    private Posting[] _items = [];
    private int _used;

    /// <summary>The list's documents. Room taken later may move them: ask again then.</summary>
    public Span<Posting> this[Postings list] => _items.AsSpan(list.Start, list.Count);

    /// <summary>Room for a list.</summary>
    public Postings Take(int count)
    {
        if (_used + count > _items.Length)
            Array.Resize(ref _items, Math.Max(_used + count, Math.Max(_items.Length * 2, 1 << 14)));
        var list = new Postings(_used, count);
        _used += count;
        return list;
    }

    /// <summary>Gives back what was not needed of the room taken last.</summary>
    public Postings Shorten(Postings list, int count)
    {
        _used = list.Start + count;
        return list with { Count = count };
    }

    /// <summary>Both lists in one; a document of both with its higher impact.</summary>
    public Postings Merge(Postings a, Postings b)
    {
        if (a.Count == 0 || b.Count == 0)
            return a.Count == 0 ? b : a;
        var room = Take(a.Count + b.Count);
        return Shorten(room, Merge(this[a], this[b], this[room]));
    }

    /// <summary>The documents of both lists, with their lower impact.</summary>
    public Postings Intersect(Postings a, Postings b)
    {
        var room = Take(Math.Min(a.Count, b.Count));
        return Shorten(room, Intersect(this[a], this[b], this[room]));
    }

    /// <summary>Forgets all lists.</summary>
    public void Clear() => _used = 0;

    private static int Merge(ReadOnlySpan<Posting> a, ReadOnlySpan<Posting> b, Span<Posting> into)
    {
        var (i, j, count) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i].Document < b[j].Document)
                into[count++] = a[i++];
            else if (a[i].Document > b[j].Document)
                into[count++] = b[j++];
            else
                into[count++] = new(a[i].Document, Math.Max(a[i++].Impact, b[j++].Impact));
        }

        a[i..].CopyTo(into[count..]);
        count += a.Length - i;
        b[j..].CopyTo(into[count..]);
        return count + b.Length - j;
    }

    private static int Intersect(ReadOnlySpan<Posting> a, ReadOnlySpan<Posting> b, Span<Posting> into)
    {
        var count = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Document < b[j].Document)
                i++;
            else if (a[i].Document > b[j].Document)
                j++;
            else
                into[count++] = new(a[i].Document, Math.Min(a[i++].Impact, b[j++].Impact));
        }

        return count;
    }
}
