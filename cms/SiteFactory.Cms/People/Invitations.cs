using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.People;

/// <summary>What somebody is invited to.</summary>
public sealed record InvitedRole(string? SiteKey, SiteRole? Site, TerritoryRole? Territory);

/// <summary>Invites people by a link that works once, for a week.</summary>
public sealed class Invitations(CmsDbContext database, UserManager<Person> people, ChangeLog log, Access.CurrentPerson inviter, IClock clock)
{
    /// <summary>How long a link works.</summary>
    public static Duration Lifetime { get; } = Duration.FromDays(7);

    /// <summary>Makes the link's secret. Somebody who already has an account gets the role at once, and null comes back.</summary>
    public async Task<string?> InviteAsync(string email, string name, InvitedRole role, CancellationToken cancellation)
    {
        var target = $"{name} <{email}>";
        if (await people.FindByEmailAsync(email) is { } known)
        {
            await GrantAsync(known.Id, role, cancellation);
            log.Journal("role-granted", role.SiteKey, target);
            await database.SaveChangesAsync(cancellation);
            return null;
        }
        var now = clock.GetCurrentInstant();
        var secret = Secrets.New();
        database.Invitations.Add(new()
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            Email = email,
            DisplayName = name,
            SecretHash = Secrets.Hash(secret),
            SiteKey = role.SiteKey,
            SiteRole = role.Site,
            TerritoryRole = role.Territory,
            CreatedAt = now,
            CreatedBy = inviter.Name,
            ExpiresAt = now + Lifetime,
        });
        log.Journal("person-invited", role.SiteKey, target);
        await database.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>The invitation of that link; null when there is none, it was used, or it is too old.</summary>
    public async Task<Invitation?> FindAsync(string secret, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(secret);
        var invitation = await database.Invitations.FirstOrDefaultAsync(i => i.SecretHash == hash && i.UsedAt == null, cancellation);
        return invitation is not null && invitation.ExpiresAt > clock.GetCurrentInstant() ? invitation : null;
    }

    /// <summary>Makes the account. The invitation is used up with it, in one transaction.</summary>
    public async Task<(Person? Person, IEnumerable<IdentityError> Errors)> AcceptAsync(Invitation invitation, string name, string password, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var person = new Person { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), UserName = invitation.Email, Email = invitation.Email, EmailConfirmed = true, DisplayName = name, CreatedAt = now };
        var result = await people.CreateAsync(person, password);
        if (!result.Succeeded)
            return (null, result.Errors);
        invitation.UsedAt = now;
        await GrantAsync(person.Id, new(invitation.SiteKey, invitation.SiteRole, invitation.TerritoryRole), cancellation);
        log.Journal("account-made", invitation.SiteKey, $"{name} <{invitation.Email}>");
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (person, []);
    }

    private async Task GrantAsync(Guid person, InvitedRole role, CancellationToken cancellation)
    {
        if (role is { SiteKey: { } site, Site: { } siteRole })
        {
            var membership = await database.SiteMemberships.FindAsync([person, site], cancellation);
            if (membership is null)
                database.SiteMemberships.Add(membership = new() { PersonId = person, SiteKey = site });
            membership.Role = siteRole;
        }
        if (role.Territory is { } territoryRole)
        {
            var membership = await database.TerritoryMemberships.FindAsync([person], cancellation);
            if (membership is null)
                database.TerritoryMemberships.Add(membership = new() { PersonId = person });
            membership.Role = territoryRole;
        }
    }
}
