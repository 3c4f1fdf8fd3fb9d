using System.Runtime.CompilerServices;

namespace SiteFactory.Search.French;

/// <summary>Compares words as objects: within one lexicon the same word is the same object.</summary>
internal sealed class WordIdentity : IEqualityComparer<FrenchWord>
{
    public static WordIdentity Comparer { get; } = new();

    public bool Equals(FrenchWord? x, FrenchWord? y) => ReferenceEquals(x, y);

    public int GetHashCode(FrenchWord obj) => RuntimeHelpers.GetHashCode(obj);
}
