using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Features.People;

/// <summary>Roles as the choices of a list, each with what it allows.</summary>
public static class RoleChoices
{
    /// <summary>Roles of one site.</summary>
    public static IReadOnlyList<SelectListItem> OfSite { get; } = [.. Enum.GetNames<SiteRole>().Select(Choice)];

    /// <summary>Roles of one site and of the territory.</summary>
    public static IReadOnlyList<SelectListItem> All { get; } = [.. OfSite, .. Enum.GetNames<TerritoryRole>().Select(Choice)];

    /// <summary>A role's name in the screens.</summary>
    public static string Label(Enum role) => InviteForm.Texts["Role" + role];

    private static SelectListItem Choice(string role) =>
        new($"{InviteForm.Texts["Role" + role]}\u00a0: {InviteForm.Texts["Role" + role + "Text"]}", role);
}
