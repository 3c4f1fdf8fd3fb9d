using System.Net.Mail;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.People;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.People;

/// <summary>Whom to invite, and to what.</summary>
public sealed class InviteForm
{
    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("People.PeopleTexts");

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>A name of <see cref="SiteRole"/> or <see cref="TerritoryRole"/>.</summary>
    public string? Role { get; set; }

    /// <summary>The site of a site's role.</summary>
    public string? Site { get; set; }

    /// <summary>The role that is asked for; null, with errors in the state, when the form makes no sense.</summary>
    /// <param name="onSite">The only site that may be meant; null: the whole territory's roles too.</param>
    public InvitedRole? Check(ModelStateDictionary state, string prefix, string? onSite)
    {
        if (string.IsNullOrWhiteSpace(Name))
            state.AddModelError($"{prefix}.{nameof(Name)}", Texts["NameMissing"]);
        if (string.IsNullOrWhiteSpace(Email))
            state.AddModelError($"{prefix}.{nameof(Email)}", Texts["EmailMissing"]);
        else if (!MailAddress.TryCreate(Email.Trim(), out _) || !Email.Contains('@', StringComparison.Ordinal))
            state.AddModelError($"{prefix}.{nameof(Email)}", Texts["EmailWrong"]);
        return RoleOf(state, prefix, onSite);
    }

    private InvitedRole? RoleOf(ModelStateDictionary state, string prefix, string? onSite)
    {
        if (Enum.TryParse<SiteRole>(Role, out var siteRole) && Enum.IsDefined(siteRole))
        {
            var site = onSite ?? Site;
            if (!string.IsNullOrEmpty(site))
                return new(site, siteRole, null);
            state.AddModelError($"{prefix}.{nameof(Site)}", Texts["SiteMissing"]);
            return null;
        }
        if (onSite is null && Enum.TryParse<TerritoryRole>(Role, out var territoryRole) && Enum.IsDefined(territoryRole))
            return new(null, null, territoryRole);
        state.AddModelError($"{prefix}.{nameof(Role)}", Texts["RoleMissing"]);
        return null;
    }
}
