using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>A synonym rule with its words analysed.</summary>
internal sealed record CompiledSynonym(FrenchWord[] From, FrenchWord[] To);

/// <summary>A thesaurus ready for use: the spellings as a map between stems, the synonyms as analysed words.</summary>
internal sealed class CompiledThesaurus
{
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);

    public CompiledThesaurus(Thesaurus thesaurus, Lexicon lexicon)
    {
        List<FrenchWord> spellings = [];
        List<CompiledSynonym> synonyms = [];
        foreach (var rule in thesaurus.Rules)
        {
            FrenchWord[] from = [.. rule.From.Select(word => lexicon[word])], to = [.. rule.To.Select(word => lexicon[word])];
            if (rule.Kind == SynonymKind.Spelling)
                AddSpelling(from[0], to[0], spellings);
            else
                synonyms.Add(new CompiledSynonym(from, to));
        }

        Spellings = spellings;
        Synonyms = synonyms;
    }

    /// <summary>Every word that has another spelling.</summary>
    public IReadOnlyList<FrenchWord> Spellings { get; }

    public IReadOnlyList<CompiledSynonym> Synonyms { get; }

    /// <summary>The stem under which a stem’s family is kept.</summary>
    public string Canonical(string stem) => _canonical.GetValueOrDefault(stem, stem);

    private void AddSpelling(FrenchWord first, FrenchWord other, List<FrenchWord> spellings)
    {
        var key = Canonical(first.Stem);
        foreach (var stem in new[] { first.PlainStem, other.Stem, other.PlainStem })
        {
            if (!string.Equals(stem, key, StringComparison.Ordinal))
                _canonical.TryAdd(stem, key);
        }

        spellings.Add(first);
        spellings.Add(other);
    }
}
