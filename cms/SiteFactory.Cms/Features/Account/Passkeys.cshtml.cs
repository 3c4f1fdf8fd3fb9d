using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.People;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Features.Account;

/// <summary>One of somebody's passkeys.</summary>
/// <param name="Id">Base64 of the credential's id.</param>
public sealed record PasskeyLine(string Id, string Name, string AddedOn);

/// <summary>Adds and removes passkeys (WebAuthn).</summary>
[SignedIn]
public sealed class PasskeysModel(CurrentPerson current, UserManager<Person> people, SignInManager<Person> signIn, ChangeLog log, CmsDbContext database) : PageModel
{
    private const int LongestName = 80;

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<PasskeyLine> Passkeys { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync() => await ShowAsync(await MeAsync());

    /// <summary>What the browser needs to make one.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var me = await MeAsync();
        var entity = new PasskeyUserEntity { Id = me.Id.ToString(), Name = me.Email!, DisplayName = me.DisplayName };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    /// <summary>Keeps what the browser made.</summary>
    public async Task<IActionResult> OnPostAddAsync(string? credential, CancellationToken cancellation)
    {
        var me = await MeAsync();
        var attestation = await signIn.AttestAsync(credential);
        if (attestation is not { Succeeded: true })
        {
            ModelState.AddModelError(string.Empty, IndexModel.Texts["PasskeyFailed"]);
            await ShowAsync(me);
            return Page();
        }
        var name = string.IsNullOrWhiteSpace(Name) ? IndexModel.Texts["PasskeysTitle"] : Name.Trim();
        attestation.Passkey.Name = name.Length > LongestName ? name[..LongestName] : name;
        await people.AddOrUpdatePasskeyAsync(me, attestation.Passkey);
        log.Journal("passkey-added", null, me.DisplayName);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = IndexModel.Texts["PasskeyAdded"];
        return RedirectToPage();
    }

    /// <summary>Forgets one.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken cancellation)
    {
        var me = await MeAsync();
        var bytes = new byte[id?.Length ?? 0];
        if (id is null || !Convert.TryFromBase64String(id, bytes, out var length))
            return NotFound();
        await people.RemovePasskeyAsync(me, bytes[..length]);
        log.Journal("passkey-removed", null, me.DisplayName);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = IndexModel.Texts["PasskeyRemoved"];
        return RedirectToPage();
    }

    private async Task<Person> MeAsync() => (await people.FindByIdAsync(current.Person!.Id.ToString()))!;

    private async Task ShowAsync(Person me) => Passkeys =
    [
        .. (await people.GetPasskeysAsync(me)).Select(p => new PasskeyLine(
            Convert.ToBase64String(p.CredentialId),
            p.Name ?? IndexModel.Texts["PasskeysTitle"],
            p.CreatedAt.ToString("d MMMM yyyy", SharedTexts.French))),
    ];
}
