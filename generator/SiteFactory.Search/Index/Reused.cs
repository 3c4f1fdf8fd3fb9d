using System.Runtime.InteropServices;

namespace SiteFactory.Search.Index;

/// <summary>Objects that are needed by the thousand for a moment, again and again.</summary>
internal sealed class Reused<T>
    where T : class, new()
{
    private readonly List<T> _all = [];
    private int _used;

    /// <summary>Those handed out since the last <see cref="Clear"/>, in that order.</summary>
    public ReadOnlySpan<T> InUse => CollectionsMarshal.AsSpan(_all)[.._used];

    /// <summary>One that is free, as it was left.</summary>
    public T Next()
    {
        if (_used == _all.Count)
            _all.Add(new T());
        return _all[_used++];
    }

    /// <summary>Takes all of them back.</summary>
    public void Clear() => _used = 0;
}
