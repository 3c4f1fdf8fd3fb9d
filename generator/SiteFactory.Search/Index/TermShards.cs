using System.Text;

namespace SiteFactory.Search.Index;

/// <summary>The files that hold the words: where each begins, and their names.</summary>
internal sealed record TermDirectory(IReadOnlyList<string> Starts, IReadOnlyList<string> Names);

/// <summary>
/// Writes families into files by the first three letters of their words; all words with the same three stand in one
/// file. A line is <c>key[,alias]… TAB form[;form]…</c>; README.md explains the rest.
/// </summary>
internal static class TermShards
{
    public const int PrefixLength = 3;
    private const int Small = 2_200;
    private const int Large = 4_800;

    public static TermDirectory Write(IReadOnlyList<Family> families, IndexFiles files)
    {
        var groups = GroupByPrefix(families);
        List<string> starts = [], names = [];
        var line = new StringBuilder();
        var lines = families.ToDictionary(family => family, family => FamilyLine.Write(family, line));
        List<Family> shard = [];
        var size = 0;
        var start = "";
        foreach (var (prefix, group) in groups)
        {
            var groupSize = group.Sum(family => lines[family].Length + 1);
            if (size > 0 && (size + groupSize > Large || (size > Small && IndexFiles.Hash(prefix) % 2 == 0)))
                Flush();
            if (size == 0)
                start = prefix;
            shard.AddRange(group);
            size += groupSize;
        }

        if (size > 0)
            Flush();
        return new TermDirectory(starts, names);

        void Flush()
        {
            var text = new StringBuilder(size);
            foreach (var family in shard.Distinct().OrderBy(family => family.Key, StringComparer.Ordinal))
                text.Append(lines[family]).Append('\n');
            starts.Add(start);
            names.Add(files.Add("t", "txt", text.ToString()));
            shard.Clear();
            size = 0;
        }
    }

    /// <summary>Every family under each prefix that a query for it may begin with.</summary>
    private static IEnumerable<KeyValuePair<string, List<Family>>> GroupByPrefix(IReadOnlyList<Family> families)
    {
        Dictionary<string, List<Family>> groups = new(StringComparer.Ordinal);
        foreach (var family in families)
        {
            foreach (var prefix in Prefixes(family))
            {
                if (!groups.TryGetValue(prefix, out var group))
                    groups[prefix] = group = [];
                group.Add(family);
            }
        }

        return groups.OrderBy(group => group.Key, StringComparer.Ordinal);
    }

    private static List<string> Prefixes(Family family)
    {
        var lead = family.Lead ?? family;
        List<string> prefixes = [Prefix(lead.Key)];
        foreach (var alias in lead.Aliases)
            Add(Prefix(alias));
        foreach (var (form, _) in lead.Forms)
            Add(Prefix(form));
        return prefixes;

        void Add(string prefix)
        {
            if (!prefixes.Contains(prefix))
                prefixes.Add(prefix);
        }
    }

    private static string Prefix(string word) => word.Length <= PrefixLength ? word : word[..PrefixLength];
}
