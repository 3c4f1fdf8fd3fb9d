using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Generator.Plan;

/// <summary>Which sites a change of content may concern, whatever the time; rather one too many than one too few.</summary>
internal static class ConcernedSites
{
    /// <summary>Their keys. Sites that were not planned yet are judged by what they show.</summary>
    public static IReadOnlyList<string> Between(TerritorySnapshot? before, TerritorySnapshot after, IReadOnlyDictionary<string, PlannedSite> planned)
    {
        if (before is null || !ReferenceEquals(before.Territory, after.Territory))
            return [.. (before?.Sites.Keys ?? []).Union(after.Sites.Keys, StringComparer.Ordinal)];
        var changed = before.Sites.Keys.Union(after.Sites.Keys, StringComparer.Ordinal)
            .Where(k => !ReferenceEquals(before.Sites.GetValueOrDefault(k), after.Sites.GetValueOrDefault(k)))
            .ToHashSet(StringComparer.Ordinal);
        if (changed.Count == 0)
            return [];
        var then = SyndicationIndex.Of(before);
        var now = SyndicationIndex.Of(after, then);
        var others = after.Sites.Keys.Where(k => !changed.Contains(k) && (UsesAny(planned.GetValueOrDefault(k), changed) || ShowsOther(k, then, now)));
        return [.. changed, .. others];
    }

    private static bool UsesAny(PlannedSite? site, HashSet<string> changed) =>
        site is not null && (site.Dependencies.Overlaps(changed) || site.AskedViews.Keys.Any(changed.Contains));

    private static bool ShowsOther(string key, SyndicationIndex then, SyndicationIndex now)
    {
        var view = SyndicationPlan.For(then, key);
        return !ReferenceEquals(SyndicationPlan.For(now, key, view), view);
    }
}
