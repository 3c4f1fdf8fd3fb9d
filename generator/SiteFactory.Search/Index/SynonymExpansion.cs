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

    private readonly Dictionary<Family, List<(int Document, byte Impact)>> _documents = [];

    public void Apply(IReadOnlyList<CompiledSynonym> synonyms)
    {
        // The documents of every right side are read before anything is written: one step, no chains.
        List<(CompiledSynonym Synonym, List<(int Document, byte Impact)> Found)> steps = [];
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
                source.AddMeaning(resolve(word, false)!.Key);
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
        family.AddSynonyms(AboutAll(words));
        return family;
    }

    private static void Add(Family family, List<(int Document, byte Impact)> found, double worth)
    {
        byte best = 0;
        foreach (var (_, impact) in found)
            best = Math.Max(best, impact);
        var levels = Levels(worth);
        List<(int Document, byte Impact)> reached = new(found.Count);
        foreach (var (document, impact) in found)
        {
            if (impact + Reach >= best && levels[impact] > 0)
                reached.Add((document, levels[impact]));
        }

        if (reached.Count > 0)
            family.AddSynonyms(reached);
    }

    private static byte[] Levels(double worth)
    {
        var levels = new byte[Impact.Count];
        for (byte level = 0; level < levels.Length; level++)
            levels[level] = Impact.Nearest(Impact.Value(level) * worth);
        return levels;
    }

    /// <summary>The documents that hold all words, with the impact of the weakest.</summary>
    private List<(int Document, byte Impact)> AboutAll(FrenchWord[] words)
    {
        List<(int Document, byte Impact)>? common = null;
        foreach (var word in words)
        {
            if (resolve(word, false) is not { } family)
                return [];
            var documents = Documents(family);
            common = common is null ? documents : Common(common, documents);
        }

        return common ?? [];
    }

    private static List<(int Document, byte Impact)> Common(
        List<(int Document, byte Impact)> a, List<(int Document, byte Impact)> b)
    {
        List<(int Document, byte Impact)> common = [];
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i].Document < b[j].Document)
                i++;
            else if (a[i].Document > b[j].Document)
                j++;
            else
                common.Add((a[i].Document, Math.Min(a[i++].Impact, b[j++].Impact)));
        }

        return common;
    }

    /// <summary>The documents about any form of a family, in their order.</summary>
    private List<(int Document, byte Impact)> Documents(Family family)
    {
        if (_documents.TryGetValue(family, out var documents))
            return documents;
        foreach (var (_, postings) in family.Forms)
        {
            if (postings is not null)
                documents = documents is null ? postings.ToList() : Family.Merged(documents, postings.ToList());
        }

        return _documents[family] = documents ?? [];
    }
}
