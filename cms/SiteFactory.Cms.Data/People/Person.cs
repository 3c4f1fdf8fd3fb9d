using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace SiteFactory.Cms.Data.People;

/// <summary>Somebody with an account.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>What others read: "Camille Laurent".</summary>
    public required string DisplayName { get; set; }

    public Instant CreatedAt { get; init; }

    /// <summary>Since when the person may not sign in; null: they may.</summary>
    public Instant? SuspendedAt { get; set; }

    public Instant? LastSignInAt { get; set; }

    /// <summary>The password is one that somebody else has seen, and must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }
}

/// <summary>What somebody may do on one site; each includes the one before.</summary>
public enum SiteRole
{
    /// <summary>Sees everything, drafts included.</summary>
    Reader,

    /// <summary>Writes and submits.</summary>
    Contributor,

    /// <summary>Publishes and runs the site.</summary>
    Webmaster,
}

/// <summary>What somebody may do for the whole territory; each includes the one before.</summary>
public enum TerritoryRole
{
    /// <summary>The métropole's content, syndication, alerts; sees every site.</summary>
    Communication,

    /// <summary>Everything: sites, people, settings.</summary>
    Administrator,
}

/// <summary>A person's role on a site. One person may have several.</summary>
public sealed class SiteMembership
{
    public Guid PersonId { get; init; }

    public required string SiteKey { get; init; }

    public SiteRole Role { get; set; }
}

/// <summary>A person's role for the territory.</summary>
public sealed class TerritoryMembership
{
    public Guid PersonId { get; init; }

    public TerritoryRole Role { get; set; }
}

/// <summary>A link by which somebody makes their account; it works once.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>SHA-256 of the secret in the link, hexadecimal.</summary>
    public required string SecretHash { get; set; }

    /// <summary>Null when the invitation is for the territory.</summary>
    public string? SiteKey { get; init; }

    public SiteRole? SiteRole { get; init; }

    public TerritoryRole? TerritoryRole { get; init; }

    public Instant CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public Instant ExpiresAt { get; set; }

    public Instant? UsedAt { get; set; }
}
