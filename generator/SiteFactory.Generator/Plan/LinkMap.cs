using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Plan;

/// <summary>Where the paths in a body lead on the site that shows it.</summary>
internal sealed class LinkMap
{
    private readonly Func<string, string> _map;

    private LinkMap(Func<string, string> map) => _map = map;

    /// <summary>The site's own text: paths are what they are.</summary>
    public static LinkMap Same { get; } = new(p => p);

    /// <summary>Another site's item: its paths lead to its own site.</summary>
    public static LinkMap Absolute(Site owner) => new(p => owner.BaseUrl + p);

    /// <summary>
    /// Another site's page in this site's tree: paths of its sister pages that are here too, and addresses that every site
    /// has, stay here; the rest leads to the owner.
    /// </summary>
    public static LinkMap Mounted(Site owner, IReadOnlyDictionary<string, string> sisters) => new(path =>
    {
        var end = path.IndexOfAny(['?', '#']);
        var bare = end < 0 ? path : path[..end];
        var tail = end < 0 ? "" : path[end..];
        if (sisters.TryGetValue(bare, out var here))
            return here + tail;
        return Addresses.IsEverywhere(bare) ? path : owner.BaseUrl + path;
    });

    public string this[string path] => _map(path);
}
