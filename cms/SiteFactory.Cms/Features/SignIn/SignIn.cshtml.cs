using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.People;
using SiteFactory.Content.Texts;
using Outcome = Microsoft.AspNetCore.Identity.SignInResult;

namespace SiteFactory.Cms.Features.SignIn;

/// <summary>Signing in with address and password, or with a passkey.</summary>
[OpenToAll]
public sealed class SignInModel(SignInManager<Person> signIn, UserManager<Person> people, SignInThrottle throttle, PasswordTurns turns, IClock clock) : PageModel
{
    /// <summary>The feature's words.</summary>
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
        if (throttle.IsBlocked(HttpContext.Connection.RemoteIpAddress))
            return Refuse("Locked");
        var person = await people.FindByEmailAsync(Email!.Trim());
        var result = await turns.TakeAsync(() => TryAsync(person), HttpContext.RequestAborted);
        if (result.RequiresTwoFactor)
            return RedirectToPage("/SignIn/Code", new { Retour });
        return result.Succeeded ? await WelcomeAsync(person!) : Fail(result);
    }

    /// <summary>What the browser needs to ask for a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Signs in with what the browser answered.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (throttle.IsBlocked(HttpContext.Connection.RemoteIpAddress))
            return Refuse("Locked");
        var assertion = await signIn.AssertAsync(credential);
        if (assertion is not { Succeeded: true, User: { SuspendedAt: null } person })
        {
            throttle.Failed(HttpContext.Connection.RemoteIpAddress);
            return Refuse("PasskeyFailed");
        }
        await people.AddOrUpdatePasskeyAsync(person, assertion.Passkey);
        await signIn.SignInAsync(person, isPersistent: false);
        return await WelcomeAsync(person);
    }

    // An unknown address takes as long as a wrong password: time tells nothing either.
    private async Task<Outcome> TryAsync(Person? person)
    {
        if (person is { SuspendedAt: null })
            return await signIn.PasswordSignInAsync(person, Password!, isPersistent: false, lockoutOnFailure: true);
        people.PasswordHasher.VerifyHashedPassword(new Person { DisplayName = "" }, Decoy.Hash(people.PasswordHasher), Password!);
        return Outcome.Failed;
    }

    private PageResult Fail(Outcome result)
    {
        throttle.Failed(HttpContext.Connection.RemoteIpAddress);
        return Refuse(result.IsLockedOut ? "Locked" : "Wrong");
    }

    private PageResult Refuse(string reason)
    {
        ModelState.AddModelError(string.Empty, Texts[reason]);
        return Page();
    }

    private async Task<IActionResult> WelcomeAsync(Person person)
    {
        person.LastSignInAt = clock.GetCurrentInstant();
        await people.UpdateAsync(person);
        return LocalRedirect(Url.IsLocalUrl(Retour) ? Retour! : "/");
    }
}

/// <summary>A hash of no password, to spend the same time on unknown addresses.</summary>
internal static class Decoy
{
    private static string? hash;

    public static string Hash(IPasswordHasher<Person> hasher) => hash ??= hasher.HashPassword(new Person { DisplayName = "" }, "…");
}
