using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Cms.Citizens;

/// <summary>Turns the person at work on a site into an agent of that body, and of no other.</summary>
public sealed class AgentsOfSite(CmsDbContext database, CurrentPerson person, CurrentSite site)
{
    /// <summary>The person of this request as an agent of the site that its address names.</summary>
    public PortalAgent Current => new(
        person.Person!.Id.ToString(), person.Name, [site.Key], person.Rights.Allow(site.Key, site.Record!.Kind, SiteRight.Manage));

    /// <summary>Who may look after requests of this body: id and name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> ColleaguesAsync(CancellationToken cancellation)
    {
        var people = await database.SiteMemberships.AsNoTracking().Where(m => m.SiteKey == site.Key && m.Role != SiteRole.Reader)
            .Join(database.Users.AsNoTracking().Where(u => u.SuspendedAt == null), m => m.PersonId, u => u.Id, (m, u) => new { u.Id, u.DisplayName })
            .OrderBy(u => u.DisplayName).ToListAsync(cancellation);
        var all = people.Select(p => (p.Id.ToString(), p.DisplayName)).ToList();
        if (!all.Exists(a => a.Item1 == Current.Id))
            all.Insert(0, (Current.Id, Current.Name));
        return all;
    }
}
