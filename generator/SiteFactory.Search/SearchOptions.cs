using SiteFactory.Search.French;

namespace SiteFactory.Search;

/// <summary>What an index is built with.</summary>
public sealed record SearchOptions
{
    /// <summary>The words of the municipal world that mean the same.</summary>
    public Thesaurus Thesaurus { get; init; } = Thesaurus.Municipal;

    /// <summary>The words that carry no meaning, and those that carry little.</summary>
    public StopWords StopWords { get; init; } = StopWords.French;

    /// <summary>How many characters of a body are kept for excerpts.</summary>
    public int ExcerptLength { get; init; } = 1100;

    /// <summary>How much more each field counts than the body.</summary>
    public FieldWeights Weights { get; init; } = new();
}

/// <summary>How much a word counts by the field it stands in; the body counts 1.</summary>
public sealed record FieldWeights(double Title = 10, double Keywords = 5, double Headings = 3, double Summary = 3);
