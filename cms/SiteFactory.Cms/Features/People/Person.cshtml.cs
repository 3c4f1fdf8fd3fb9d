using Microsoft.AspNetCore.Identity;
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
using SiteFactory.Cms.People;

namespace SiteFactory.Cms.Features.People;

/// <summary>One person: roles, suspension, links for a new password.</summary>
[TerritoryAccess(TerritoryRole.Administrator)]
public sealed class PersonModel(CmsDbContext database, UserManager<Person> people, CurrentPerson me, ChangeLog log, TerritoryTime time, IOptions<CmsOptions> options) : PageModel
{
    private IReadOnlyDictionary<string, string> _siteNames = new Dictionary<string, string>(StringComparer.Ordinal);

    [BindProperty]
    public InviteForm Form { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public TerritoryRole? Territory { get; private set; }

    public IReadOnlyList<SiteMembership> Memberships { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    /// <summary>Shown once.</summary>
    public HandedLink? Link { get; private set; }

    /// <summary>A site's name.</summary>
    public string SiteName(string key) => _siteNames.GetValueOrDefault(key, key);

    /// <summary>Shows the person.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Gives a role.</summary>
    public async Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        (Form.Name, Form.Email) = (Person.DisplayName, Person.Email);
        if (Form.Check(ModelState, nameof(Form), onSite: null) is not { } role || !ModelState.IsValid)
            return Page();
        if (role.SiteKey is { } key && !_siteNames.ContainsKey(key))
            return NotFound();
        if (role.Territory is { } territory && territory != TerritoryRole.Administrator && await WouldLoseLastAsync(id, cancellation))
            return Refuse(id == me.Person!.Id ? "NotYourself" : "LastAdministrator");
        await GiveAsync(id, role, cancellation);
        return await DoneAsync("role-granted", "Changed", cancellation);
    }

    /// <summary>Takes a role away: of that site, or of the territory.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid id, string? key, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (key is null && await WouldLoseLastAsync(id, cancellation))
            return Refuse(id == me.Person!.Id ? "NotYourself" : "LastAdministrator");
        if (key is null)
            database.TerritoryMemberships.RemoveRange(database.TerritoryMemberships.Where(m => m.PersonId == id));
        else
            database.SiteMemberships.RemoveRange(database.SiteMemberships.Where(m => m.PersonId == id && m.SiteKey == key));
        return await DoneAsync("role-taken", "Removed", cancellation);
    }

    /// <summary>Ends every session and keeps the person from signing in.</summary>
    public async Task<IActionResult> OnPostSuspendAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (id == me.Person!.Id || await WouldLoseLastAsync(id, cancellation))
            return Refuse(id == me.Person.Id ? "NotYourself" : "LastAdministrator");
        Person.SuspendedAt = time.Now;
        await people.UpdateSecurityStampAsync(Person);
        return await DoneAsync("person-suspended", "SuspendedDone", cancellation);
    }

    /// <summary>Lets the person sign in again.</summary>
    public async Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Person.SuspendedAt = null;
        await people.SetLockoutEndDateAsync(Person, null);
        return await DoneAsync("person-resumed", "ResumedDone", cancellation);
    }

    /// <summary>Makes a link for a new password.</summary>
    public async Task<IActionResult> OnPostResetLinkAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Link = HandedLinks.Reset(options.Value.Address, await ResetLinks.MakeAsync(people, Person));
        log.Journal("reset-link-made", null, Person.DisplayName);
        await database.SaveChangesAsync(cancellation);
        return Page();
    }

    /// <summary>For whoever lost their telephone.</summary>
    public async Task<IActionResult> OnPostResetTwoFactorAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        await people.SetTwoFactorEnabledAsync(Person, false);
        await people.ResetAuthenticatorKeyAsync(Person);
        return await DoneAsync("two-factor-reset", "ResetTwoFactorDone", cancellation);
    }

    private async Task GiveAsync(Guid id, InvitedRole role, CancellationToken cancellation)
    {
        if (role is { SiteKey: { } key, Site: { } siteRole })
        {
            var known = await database.SiteMemberships.FindAsync([id, key], cancellation);
            if (known is null)
                database.SiteMemberships.Add(known = new() { PersonId = id, SiteKey = key });
            known.Role = siteRole;
        }
        if (role.Territory is { } territory)
        {
            var known = await database.TerritoryMemberships.FindAsync([id], cancellation);
            if (known is null)
                database.TerritoryMemberships.Add(known = new() { PersonId = id });
            known.Role = territory;
        }
    }

    private async Task<bool> WouldLoseLastAsync(Guid id, CancellationToken cancellation)
    {
        if (Territory != TerritoryRole.Administrator)
            return false;
        return id == me.Person!.Id || !await database.TerritoryMemberships
            .Where(m => m.Role == TerritoryRole.Administrator && m.PersonId != id)
            .Join(database.Users.Where(p => p.SuspendedAt == null), m => m.PersonId, p => p.Id, (m, _) => m)
            .AnyAsync(cancellation);
    }

    private PageResult Refuse(string reason)
    {
        ModelState.AddModelError(string.Empty, InviteForm.Texts[reason]);
        return Page();
    }

    private async Task<IActionResult> DoneAsync(string action, string text, CancellationToken cancellation)
    {
        log.Journal(action, null, Person.DisplayName);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = InviteForm.Texts[text];
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return false;
        Person = person;
        var roles = await PersonRoles.LoadAsync(database, cancellation);
        _siteNames = roles.Sites;
        Territory = roles.OnTerritory.TryGetValue(id, out var role) ? role : null;
        Memberships = [.. roles.OnSites[id]];
        Sites = [new(InviteForm.Texts["SiteNone"], ""), .. roles.Sites.Select(s => new SelectListItem(s.Value, s.Key))];
        return true;
    }
}
