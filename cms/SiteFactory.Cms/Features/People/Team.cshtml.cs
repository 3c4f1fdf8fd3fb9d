using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Features.People;

/// <summary>One person of a site's team.</summary>
public sealed record TeamMember(Guid Id, string Name, string Email, SiteRole Role, string LastSignIn);

/// <summary>A link to be handed over.</summary>
public sealed record HandedLink(string Title, string Address, string Hint);

/// <summary>Who works on a site; its webmasters invite and remove.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class TeamModel(CmsDbContext database, SiteFactory.Cms.People.Invitations invitations, ChangeLog log, CurrentSite site, TerritoryTime time, IOptions<CmsOptions> options) : PageModel
{
    [BindProperty]
    public InviteForm Form { get; set; } = new();

    public IReadOnlyList<TeamMember> Members { get; private set; } = [];

    public IReadOnlyList<Invitation> Pending { get; private set; } = [];

    /// <summary>Shown once, after an invitation.</summary>
    public HandedLink? Link { get; private set; }

    /// <summary>Lists the team.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Invites.</summary>
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (Form.Check(ModelState, nameof(Form), site.Key) is { } role && ModelState.IsValid)
        {
            var secret = await invitations.InviteAsync(Form.Email!.Trim(), Form.Name!.Trim(), role, cancellation);
            if (secret is null)
            {
                TempData["Done"] = InviteForm.Texts.Format("Granted", Form.Name!.Trim());
                return RedirectToPage();
            }
            Link = HandedLinks.Invitation(options.Value.Address, Form.Name!.Trim(), secret);
            Form = new();
            ModelState.Clear();
        }
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Gives another role.</summary>
    public async Task<IActionResult> OnPostChangeAsync(Guid person, SiteRole role, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(role) || await MembershipAsync(person, cancellation) is not { } membership)
            return NotFound();
        membership.Role = role;
        return await DoneAsync("role-changed", person, "Changed", cancellation);
    }

    /// <summary>Takes the role away; it is gone at the person's next click.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid person, CancellationToken cancellation)
    {
        if (await MembershipAsync(person, cancellation) is not { } membership)
            return NotFound();
        database.SiteMemberships.Remove(membership);
        return await DoneAsync("role-taken", person, "Removed", cancellation);
    }

    /// <summary>Makes an invitation's link useless.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid invitation, CancellationToken cancellation)
    {
        if (await database.Invitations.FirstOrDefaultAsync(i => i.Id == invitation && i.SiteKey == site.Key && i.UsedAt == null, cancellation) is not { } known)
            return NotFound();
        database.Invitations.Remove(known);
        log.Journal("invitation-revoked", site.Key, known.DisplayName);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = InviteForm.Texts["Revoked"];
        return RedirectToPage();
    }

    private Task<SiteMembership?> MembershipAsync(Guid person, CancellationToken cancellation) =>
        database.SiteMemberships.FirstOrDefaultAsync(m => m.PersonId == person && m.SiteKey == site.Key, cancellation);

    private async Task<IActionResult> DoneAsync(string action, Guid person, string text, CancellationToken cancellation)
    {
        var name = await database.Users.Where(p => p.Id == person).Select(p => p.DisplayName).FirstAsync(cancellation);
        log.Journal(action, site.Key, name);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = InviteForm.Texts[text];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var rows = await database.SiteMemberships.AsNoTracking().Where(m => m.SiteKey == site.Key)
            .Join(database.Users, m => m.PersonId, p => p.Id, (m, p) => new { m.Role, Person = p })
            .OrderBy(r => r.Person.DisplayName)
            .ToListAsync(cancellation);
        Members = [.. rows.Select(r => new TeamMember(r.Person.Id, r.Person.DisplayName, r.Person.Email!, r.Role, PeopleDates.Day(r.Person.LastSignInAt, zone)))];
        Pending = await database.Invitations.AsNoTracking().Where(i => i.SiteKey == site.Key && i.UsedAt == null && i.ExpiresAt > time.Now).OrderBy(i => i.DisplayName).ToListAsync(cancellation);
    }
}

/// <summary>Days of these screens.</summary>
internal static class PeopleDates
{
    public static string Day(Instant? at, DateTimeZone zone) => at is { } moment
        ? moment.InZone(zone).Date.ToString("d MMMM uuuu", Shared.SharedTexts.French)
        : InviteForm.Texts["Never"];
}

/// <summary>Links with their explanation.</summary>
internal static class HandedLinks
{
    public static HandedLink Invitation(string address, string name, string secret) =>
        new(InviteForm.Texts.Format("InviteLink", name), $"{address.TrimEnd('/')}/invitation/{secret}", InviteForm.Texts["InviteLinkHint"]);

    public static HandedLink Reset(string address, string path) =>
        new(InviteForm.Texts["ResetLinkShown"], address.TrimEnd('/') + path, InviteForm.Texts["ResetHint"]);
}
