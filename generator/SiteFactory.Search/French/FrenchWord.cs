namespace SiteFactory.Search.French;

/// <summary>
/// What the index knows of one written word: how it is folded, its Snowball stem (folded after stemming, because
/// the algorithm needs the accents), and the stem of the folded word, which is all that a query typed without
/// accents can give.
/// </summary>
public sealed record FrenchWord(string Written, string Folded, string Stem, string PlainStem)
{
    /// <summary>Its place in the lexicon that made it; it differs from run to run.</summary>
    internal int Number { get; init; }

    /// <summary>Whether it stands in the index only where it is part of a title.</summary>
    internal bool IsEmpty { get; init; }

    /// <summary>Analyses a word in lower case, composed.</summary>
    public static FrenchWord Of(string written)
    {
        var folded = Folding.Fold(written);
        var stem = Folding.Fold(FrenchStemmer.Stem(written));
        var plain = string.Equals(folded, written, StringComparison.Ordinal) ? stem : FrenchStemmer.Stem(folded);
        return new FrenchWord(written, folded, stem, plain);
    }
}
