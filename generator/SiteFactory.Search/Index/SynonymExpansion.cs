using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>
/// Writes synonyms into the index itself: a document about household waste is listed under "poubelle" too, so that
/// a client needs no thesaurus and a query loads nothing more.
/// </summary>
/// <param name="make">A new family, with its lead.</param>
/// <param name="resolve">The family of a word; made when missing, if the second argument says so.</param>
internal sealed class SynonymExpansion(
    Dictionary<string, Family> families, Func<string, Family?, Family> make, Func<FrenchWord, bool, Family?> resolve, PostingStore store)
{
    /// <summary>What a synonym is worth beside the word itself.</summary>
    private const double Worth = 0.85;

    /// <summary>An expression says more than a word: its synonyms are worth more.</summary>
    private const double WorthOfExpression = 0.95;

    /// <summary>How many levels below the best document a synonym still reaches.</summary>
    private const int Reach = 3;

    private static readonly byte[] LevelsOfWord = Levels(Worth);
    private static readonly byte[] LevelsOfExpression = Levels(WorthOfExpression);

    public void Apply(IReadOnlyList<CompiledSynonym> synonyms)
    {
        // The documents of every right side are read before anything is written: one step, no chains.
        List<(CompiledSynonym Synonym, Postings Found)> steps = new(synonyms.Count);
        foreach (var synonym in synonyms)
        {
            if (AboutAll(synonym.To) is { Count: > 0 } found)
                steps.Add((synonym, found));
        }

        foreach (var (synonym, found) in steps)
        {
            var source = Source(synonym.From);
            Add(source, found, synonym.From.Length > 1 ? LevelsOfExpression : LevelsOfWord);
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
        family = make(key, parts[0]);
        family.AddSynonyms(AboutAll(words), store);
        return family;
    }

    private void Add(Family family, Postings found, byte[] levels)
    {
        var room = store.Take(found.Count);
        family.AddSynonyms(store.Shorten(room, Reached(store[found], levels, store[room])), store);
    }

    private static int Reached(ReadOnlySpan<Posting> found, byte[] levels, Span<Posting> into)
    {
        byte best = 0;
        foreach (var posting in found)
            best = Math.Max(best, posting.Impact);
        var count = 0;
        foreach (var posting in found)
        {
            if (posting.Impact + Reach >= best && levels[posting.Impact] > 0)
                into[count++] = new(posting.Document, levels[posting.Impact]);
        }

        return count;
    }

    private static byte[] Levels(double worth)
    {
        var levels = new byte[Impact.Count];
        for (byte level = 0; level < levels.Length; level++)
            levels[level] = Impact.Nearest(Impact.Value(level) * worth);
        return levels;
    }

    /// <summary>The documents that hold all words, with the impact of the weakest.</summary>
    private Postings AboutAll(FrenchWord[] words)
    {
        Postings? common = null;
        foreach (var word in words)
        {
            if (resolve(word, false) is not { } family)
                return default;
            var documents = family.Documents ??= Documents(family);
            common = common is { } before ? store.Intersect(before, documents) : documents;
        }

        return common ?? default;
    }

    /// <summary>The documents about any form of a family.</summary>
    private Postings Documents(Family family)
    {
        var documents = default(Postings);
        foreach (var (_, postings) in family.Forms)
            documents = store.Merge(documents, postings);
        return documents;
    }
}
