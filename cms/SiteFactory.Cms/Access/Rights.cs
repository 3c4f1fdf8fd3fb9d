using SiteFactory.Cms.Data.People;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Access;

/// <summary>What a person's roles allow: the one place that says it.</summary>
/// <param name="Territory">Null: none.</param>
/// <param name="Sites">Roles by site key.</param>
public sealed record Rights(TerritoryRole? Territory, IReadOnlyDictionary<string, SiteRole> Sites)
{
    /// <summary>Nobody.</summary>
    public static Rights None { get; } = new(null, new Dictionary<string, SiteRole>(StringComparer.Ordinal));

    /// <summary>Whether the person may do this on that site.</summary>
    /// <param name="kind">The communication team runs the métropole's site, and sees every other.</param>
    public bool Allow(string siteKey, SiteKind kind, SiteRight right)
    {
        if (Territory == TerritoryRole.Administrator)
            return true;
        if (Territory == TerritoryRole.Communication && (kind == SiteKind.Metropole || right == SiteRight.See))
            return true;
        return Sites.TryGetValue(siteKey, out var role) && right <= Most(role);
    }

    /// <summary>Whether the person has that role for the territory, or a greater one.</summary>
    public bool Allow(TerritoryRole role) => Territory is { } own && own >= role;

    private static SiteRight Most(SiteRole role) => role switch
    {
        SiteRole.Reader => SiteRight.See,
        SiteRole.Contributor => SiteRight.Write,
        _ => SiteRight.Manage,
    };
}
