using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteFactory.Generator.Release;

/// <summary>
/// Domains that a site had before: its old address leads to the new one, and no longer to a release that nobody updates.
/// Kept in <c>.server/moved.json</c>, old domain to the site's key.
/// </summary>
public static class MovedDomains
{
    /// <summary>Every old domain with the domain that its site has now; sites that are not built are left out.</summary>
    public static ImmutableSortedDictionary<string, string> Of(string outputFolder, IEnumerable<ReleaseCard> built)
    {
        var keys = Read(outputFolder);
        if (keys.IsEmpty)
            return keys;
        var domains = built.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.First().Domain);
        return keys.Where(m => domains.ContainsKey(m.Value)).ToImmutableSortedDictionary(m => m.Key, m => domains[m.Value], StringComparer.Ordinal);
    }

    /// <summary>
    /// Takes away the links and releases that these sites have under other domains, and remembers where they led. Call when the
    /// new domains are served, with the sites' new and old domains and what servers are told locked.
    /// </summary>
    internal static void Settle(string outputFolder, IEnumerable<ReleaseCard> released)
    {
        var domains = released.ToDictionary(c => c.Key, c => c.Domain, StringComparer.Ordinal);
        var left = new BuiltSites(outputFolder).All()
            .Where(s => domains.TryGetValue(s.Card.Key, out var now) && now != s.Card.Domain).ToList();
        var before = Read(outputFolder);
        var after = before
            .SetItems(left.Select(s => KeyValuePair.Create(s.Card.Domain, s.Card.Key)))
            .RemoveRange(domains.Values);
        if (!after.SequenceEqual(before))
            Write(outputFolder, after);
        foreach (var site in left)
            Leave(outputFolder, site, domains[site.Card.Key]);
    }

    private static void Leave(string outputFolder, BuiltSite site, string newDomain)
    {
        new KeptAssets(outputFolder, newDomain).Keep(site.Folder);
        File.Delete(Path.Combine(outputFolder, site.Card.Domain));
        Directory.Delete(Path.Combine(outputFolder, ".releases", site.Card.Domain), recursive: true);
        if (Directory.Exists(KeptAssets.FolderOf(outputFolder, site.Card.Domain)))
            Directory.Delete(KeptAssets.FolderOf(outputFolder, site.Card.Domain), recursive: true);
    }

    private static string FileOf(string outputFolder) => Path.Combine(outputFolder, ".server", "moved.json");

    private static ImmutableSortedDictionary<string, string> Read(string outputFolder)
    {
        var path = FileOf(outputFolder);
        try
        {
            var read = File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), MovedDomainsJson.Default.SortedDictionaryStringString) : null;
            return (read ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }
    }

    private static void Write(string outputFolder, ImmutableSortedDictionary<string, string> moved)
    {
        var path = FileOf(outputFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".tmp", JsonSerializer.SerializeToUtf8Bytes(new SortedDictionary<string, string>(moved, StringComparer.Ordinal), MovedDomainsJson.Default.SortedDictionaryStringString));
        Posix.Rename(path + ".tmp", path);
    }
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class MovedDomainsJson : JsonSerializerContext;
