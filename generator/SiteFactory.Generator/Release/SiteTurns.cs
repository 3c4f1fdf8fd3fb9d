using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Release;

/// <summary>The turn to build some sites.</summary>
internal static class SiteTurns
{
    /// <summary>
    /// Waits for it. A site that gets another domain leaves its old one: nobody else may be at work there either.
    /// </summary>
    public static OutputLock Take(string outputFolder, IReadOnlyCollection<Site> sites)
    {
        var built = new BuiltSites(outputFolder);
        var domains = sites.Select(s => s.Domain);
        var moved = sites.Where(s => built.ByDomain(s.Domain)?.Card.Key != s.Key).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        if (moved.Count > 0)
            domains = domains.Concat(built.All().Where(s => moved.Contains(s.Card.Key)).Select(s => s.Card.Domain));
        return OutputLock.Take(outputFolder, domains);
    }
}
