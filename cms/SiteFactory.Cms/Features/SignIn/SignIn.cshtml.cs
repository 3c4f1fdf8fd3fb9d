using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.SignIn;

/// <summary>Signing in with address and password.</summary>
[OpenToAll]
public sealed class SignInModel(SignInManager<Person> signIn, UserManager<Person> people, IClock clock) : PageModel
{
    /// <summary>The page's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("SignIn.SignInTexts");

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The page of this host to go on to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        // The form alone.
    }

    /// <summary>Signs in. Every refusal reads the same, so that nobody learns which addresses have an account.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), Texts["EmailMissing"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), Texts["PasswordMissing"]);
        if (!ModelState.IsValid)
            return Page();
        var person = await people.FindByEmailAsync(Email!.Trim());
        var result = person is null or { SuspendedAt: not null }
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(person, Password!, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            ModelState.AddModelError(string.Empty, Texts[result.IsLockedOut ? "Locked" : "Wrong"]);
            return Page();
        }
        person!.LastSignInAt = clock.GetCurrentInstant();
        await people.UpdateAsync(person);
        return LocalRedirect(Url.IsLocalUrl(Retour) ? Retour! : "/");
    }
}
