using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>
/// Writes synonyms into the index itself: a document about household waste is listed under "poubelle" too, so that
/// a client needs no thesaurus and a query loads nothing more.
/// </summary>
internal sealed class SynonymExpansion(Dictionary<string, Family> families, Func<FrenchWord, bool, Family?> resolve)
{
    /// <summary>What a synonym is worth beside the word itself.</summary>
    private const double Worth = 0.85;

    /// <summary>An expression says more than a word: its synonyms are worth more.</summary>
    private const double WorthOfExpression = 0.95;

    /// <summary>How many levels below the best document a synonym still reaches.</summary>
    private const int Reach = 3;

    private readonly Dictionary<Family, Dictionary<int, byte>> _documents = [];

    public void Apply(IReadOnlyList<CompiledSynonym> synonyms)
    {
        // The documents of every right side are read before anything is written: one step, no chains.
        List<(CompiledSynonym Synonym, Dictionary<int, byte> Found)> steps = [];
        foreach (var synonym in synonyms)
        {
            if (AboutAll(synonym.To) is { Count: > 0 } found)
                steps.Add((synonym, found));
        }

        foreach (var (synonym, found) in steps)
        {
            var source = Source(synonym.From);
            Add(source, found, synonym.From.Length > 1 ? WorthOfExpression : Worth);
            foreach (var word in synonym.To)
                source.Meanings.Add(resolve(word, false)!.Key);
        }
    }

    private Family Source(FrenchWord[] words)
    {
        if (words.Length == 1)
            return resolve(words[0], true)!;
        Family[] parts = [.. words.Select(word => resolve(word, true)!)];
        var key = string.Join(' ', parts.Select(part => part.Key));
        if (families.TryGetValue(key, out var family))
            return family;
        families[key] = family = new Family(key, parts[0]);
        foreach (var (document, impact) in AboutAll(words))
            family.Synonyms[document] = impact;
        return family;
    }

    private static void Add(Family family, Dictionary<int, byte> found, double worth)
    {
        var best = found.Values.Max();
        foreach (var (document, impact) in found)
        {
            var level = Impact.Nearest(Impact.Value(impact) * worth);
            if (impact + Reach >= best && level > family.Synonyms.GetValueOrDefault(document))
                family.Synonyms[document] = level;
        }
    }

    /// <summary>The documents that hold all words, with the impact of the weakest.</summary>
    private Dictionary<int, byte> AboutAll(FrenchWord[] words)
    {
        Dictionary<int, byte>? common = null;
        foreach (var word in words)
        {
            if (resolve(word, false) is not { } family)
                return [];
            var documents = Documents(family);
            common = common is null
                ? documents
                : common.Where(d => documents.ContainsKey(d.Key))
                    .ToDictionary(d => d.Key, d => Math.Min(d.Value, documents[d.Key]));
        }

        return common ?? [];
    }

    private Dictionary<int, byte> Documents(Family family)
    {
        if (_documents.TryGetValue(family, out var documents))
            return documents;
        documents = [];
        foreach (var postings in family.Forms.Values)
        {
            for (var i = 0; i < (postings?.Count ?? 0); i++)
            {
                var (document, impact) = postings![i];
                if (!documents.TryGetValue(document, out var known) || impact > known)
                    documents[document] = impact;
            }
        }

        return _documents[family] = documents;
    }
}
