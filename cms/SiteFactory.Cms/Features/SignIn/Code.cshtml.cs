using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.People;
using Outcome = Microsoft.AspNetCore.Identity.SignInResult;

namespace SiteFactory.Cms.Features.SignIn;

/// <summary>The second step of signing in: a code of the telephone (TOTP, RFC 6238), or a recovery code.</summary>
[OpenToAll]
public sealed class CodeModel(SignInManager<Person> signIn, UserManager<Person> people, SignInThrottle throttle, IClock clock) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Recovery { get; set; }

    /// <summary>The page of this host to go on to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>Only after the first step.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/connexion") : Page();

    /// <summary>Checks the telephone's code.</summary>
    public Task<IActionResult> OnPostAsync() => CheckAsync(
        Digits(Code), nameof(Code), "CodeWrong", code => signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false));

    /// <summary>Checks a recovery code; it is used up.</summary>
    public Task<IActionResult> OnPostRecoveryAsync() => CheckAsync(
        Recovery?.Trim() ?? "", nameof(Recovery), "RecoveryWrong", signIn.TwoFactorRecoveryCodeSignInAsync);

    private async Task<IActionResult> CheckAsync(string code, string field, string wrong, Func<string, Task<Outcome>> check)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { SuspendedAt: null } person)
            return Redirect("/connexion");
        if (code.Length == 0)
            return Refuse(field, "CodeMissing");
        if (throttle.IsBlocked(HttpContext.Connection.RemoteIpAddress))
            return Refuse(field, "Locked");
        var result = await check(code);
        if (!result.Succeeded)
        {
            throttle.Failed(HttpContext.Connection.RemoteIpAddress);
            return Refuse(field, result.IsLockedOut ? "Locked" : wrong);
        }
        person.LastSignInAt = clock.GetCurrentInstant();
        await people.UpdateAsync(person);
        return LocalRedirect(Url.IsLocalUrl(Retour) ? Retour! : "/");
    }

    private PageResult Refuse(string field, string reason)
    {
        ModelState.AddModelError(field, SignInModel.Texts[reason]);
        return Page();
    }

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));
}
