using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Access;

/// <summary>Who makes this request, read anew for each one: a role taken away is gone at the next click.</summary>
public sealed class CurrentPerson(CmsDbContext database)
{
    /// <summary>Null for visitors and programs.</summary>
    public Person? Person { get; private set; }

    /// <summary>What the person may do.</summary>
    public Rights Rights { get; private set; } = Rights.None;

    /// <summary>What the journal and versions call the author.</summary>
    public string Name => Person?.DisplayName ?? ProgramName ?? "SiteFactory";

    /// <summary>The name of the key that a program came with.</summary>
    public string? ProgramName { get; set; }

    /// <summary>Whether somebody who may work is signed in.</summary>
    public bool IsSignedIn => Person is not null;

    /// <summary>Looks the signed-in person up. Suspended people are nobody.</summary>
    public async Task LoadAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        if (principal.Identity?.IsAuthenticated != true || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return;
        var person = await database.Users.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null or { SuspendedAt: not null })
            return;
        var sites = await database.SiteMemberships.AsNoTracking().Where(m => m.PersonId == id).ToDictionaryAsync(m => m.SiteKey, m => m.Role, StringComparer.Ordinal, cancellation);
        var territory = await database.TerritoryMemberships.AsNoTracking().Where(m => m.PersonId == id).Select(m => (TerritoryRole?)m.Role).FirstOrDefaultAsync(cancellation);
        Person = person;
        Rights = new(territory, sites);
    }
}

/// <summary>The site that this request is about; set by the access check and by nothing else.</summary>
public sealed class CurrentSite
{
    /// <summary>Null where the route names no site.</summary>
    public Data.Content.SiteRecord? Record { get; internal set; }

    /// <summary>The site's key. Throws where the route names no site.</summary>
    public string Key => Record?.Key ?? throw new InvalidOperationException("This request is about no site.");

    /// <summary>The site's name. Throws where the route names no site.</summary>
    public string Name => Record?.Name ?? throw new InvalidOperationException("This request is about no site.");
}
