using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Features.People;

/// <summary>Everybody's roles, in words.</summary>
/// <param name="Sites">Names of the open sites, by key.</param>
internal sealed record PersonRoles(IReadOnlyDictionary<string, string> Sites, ILookup<Guid, SiteMembership> OnSites, IReadOnlyDictionary<Guid, TerritoryRole> OnTerritory)
{
    public static async Task<PersonRoles> LoadAsync(CmsDbContext database, CancellationToken cancellation) => new(
        await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).ToDictionaryAsync(s => s.Key, s => s.Name, StringComparer.Ordinal, cancellation),
        (await database.SiteMemberships.AsNoTracking().ToListAsync(cancellation)).ToLookup(m => m.PersonId),
        await database.TerritoryMemberships.AsNoTracking().ToDictionaryAsync(m => m.PersonId, m => m.Role, cancellation));

    public string Of(Guid person)
    {
        IEnumerable<string> territory = OnTerritory.TryGetValue(person, out var role) ? [RoleChoices.Label(role)] : [];
        var sites = OnSites[person].OrderBy(m => m.SiteKey, StringComparer.Ordinal).Select(m => $"{Sites.GetValueOrDefault(m.SiteKey, m.SiteKey)}\u00a0: {RoleChoices.Label(m.Role)}");
        return string.Join(", ", territory.Concat(sites));
    }
}
