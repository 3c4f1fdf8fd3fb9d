using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Invitations;

/// <summary>Where an invitation's link leads: makes the account and signs in.</summary>
[OpenToAll]
public sealed class AcceptModel(SiteFactory.Cms.People.Invitations invitations, SignInManager<Person> signIn, CmsDbContext database) : PageModel
{
    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Invitations.InvitationTexts");

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>Null: the link is used, unknown or too old.</summary>
    public string? Email { get; private set; }

    /// <summary>What one is invited to.</summary>
    public string Where { get; private set; } = "";

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(string secret, CancellationToken cancellation)
    {
        if (await FindAsync(secret, cancellation) is { } invitation)
            Name = invitation.DisplayName;
    }

    /// <summary>Makes the account.</summary>
    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        if (await FindAsync(secret, cancellation) is not { } invitation)
            return Page();
        Check();
        if (!ModelState.IsValid)
            return Page();
        var (person, errors) = await invitations.AcceptAsync(invitation, Name!.Trim(), Password!, cancellation);
        foreach (var error in errors)
            ModelState.AddModelError(nameof(Password), error.Description);
        if (person is null)
            return Page();
        await signIn.SignInAsync(person, isPersistent: false);
        TempData["Done"] = Texts["Done"];
        return Redirect("/");
    }

    private void Check()
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), Texts["NameMissing"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), Texts["PasswordMissing"]);
        else if (Password != Repeat)
            ModelState.AddModelError(nameof(Repeat), Texts["RepeatWrong"]);
    }

    private async Task<Invitation?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(secret, cancellation) is not { } invitation)
            return null;
        Email = invitation.Email;
        Where = invitation.SiteKey is { } key
            ? await database.Sites.Where(s => s.Key == key).Select(s => s.Name).FirstOrDefaultAsync(cancellation) ?? key
            : Texts["Territory"];
        return invitation;
    }
}
