using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Features.People;

/// <summary>One line of the list of people.</summary>
/// <param name="Roles">"Administration, Vany : rédaction".</param>
public sealed record PersonLine(Guid Id, string Name, string Email, string Roles, string LastSignIn, bool IsSuspended, bool HasTwoFactor);

/// <summary>Everybody with an account, and invitations to the territory and its sites.</summary>
[TerritoryAccess(TerritoryRole.Administrator)]
public sealed class IndexModel(CmsDbContext database, SiteFactory.Cms.People.Invitations invitations, ChangeLog log, TerritoryTime time, IOptions<CmsOptions> options) : PageModel
{
    [BindProperty]
    public InviteForm Form { get; set; } = new();

    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Pending { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    /// <summary>Shown once, after an invitation.</summary>
    public HandedLink? Link { get; private set; }

    /// <summary>Lists everybody.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Invites.</summary>
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        var role = Form.Check(ModelState, nameof(Form), onSite: null);
        if (role?.SiteKey is { } key && !await database.Sites.AnyAsync(s => s.Key == key && s.ClosedAt == null, cancellation))
            ModelState.AddModelError("Form.Site", InviteForm.Texts["SiteMissing"]);
        if (role is not null && ModelState.IsValid)
        {
            var name = Form.Name!.Trim();
            var secret = await invitations.InviteAsync(Form.Email!.Trim(), name, role, cancellation);
            if (secret is null)
            {
                TempData["Done"] = InviteForm.Texts.Format("Granted", name);
                return RedirectToPage();
            }
            Link = HandedLinks.Invitation(options.Value.Address, name, secret);
            Form = new();
            ModelState.Clear();
        }
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Makes an invitation's link useless.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid invitation, CancellationToken cancellation)
    {
        if (await database.Invitations.FirstOrDefaultAsync(i => i.Id == invitation && i.UsedAt == null, cancellation) is not { } known)
            return NotFound();
        database.Invitations.Remove(known);
        log.Journal("invitation-revoked", known.SiteKey, known.DisplayName);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = InviteForm.Texts["Revoked"];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var people = await database.Users.AsNoTracking().OrderBy(p => p.DisplayName).ToListAsync(cancellation);
        var roles = await PersonRoles.LoadAsync(database, cancellation);
        People = [.. people.Select(p => new PersonLine(p.Id, p.DisplayName, p.Email!, roles.Of(p.Id), PeopleDates.Day(p.LastSignInAt, zone), p.SuspendedAt is not null, p.TwoFactorEnabled))];
        Pending = await database.Invitations.AsNoTracking().Where(i => i.UsedAt == null && i.ExpiresAt > time.Now).OrderBy(i => i.DisplayName).ToListAsync(cancellation);
        Sites = [new(InviteForm.Texts["SiteNone"], ""), .. roles.Sites.OrderBy(s => s.Value, StringComparer.Create(Shared.SharedTexts.French, ignoreCase: true)).Select(s => new SelectListItem(s.Value, s.Key))];
    }
}
