using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Plan;

namespace SiteFactory.Generator.Check;

/// <summary>What a check of a site's links found right, as long as the site has the same addresses. One check at a time.</summary>
internal sealed class CheckedLinks
{
    private readonly Dictionary<string, PageFacts> _right = new(StringComparer.Ordinal);
    private HashSet<string> _addresses = [];
    private Fingerprint _inputs;

    /// <summary>Every address of the site; when they are other ones than before, nothing is known to be right any more.</summary>
    public IReadOnlySet<string> AddressesOf(SitePlan plan)
    {
        if (plan.Addresses != _inputs)
        {
            _inputs = plan.Addresses;
            _addresses = [.. plan.Outputs.Select(o => Address(o.Path))];
            _right.Clear();
        }
        return _addresses;
    }

    /// <summary>Whether all links of a page were right when it was the same page.</summary>
    public bool WasRight(string path, PageFacts facts) => _right.TryGetValue(path, out var known) && ReferenceEquals(known, facts);

    /// <summary>Notes that all links of a page are right.</summary>
    public void Right(string path, PageFacts facts) => _right[path] = facts;

    /// <summary>The address that the file of this path answers.</summary>
    public static string Address(string path)
    {
        if (path == "index.html")
            return "/";
        return path.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + path[..^"index.html".Length] : "/" + path;
    }
}
