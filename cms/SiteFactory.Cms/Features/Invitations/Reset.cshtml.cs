using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.People;

namespace SiteFactory.Cms.Features.Invitations;

/// <summary>Where a link for a new password leads; it works once, for a day.</summary>
[OpenToAll]
public sealed class ResetModel(UserManager<Person> people, SignInThrottle throttle, ChangeLog log, CmsDbContext database) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>Shows the form, whether or not the link is good: only a good one is taken.</summary>
    public void OnGet()
    {
        // The form alone.
    }

    /// <summary>Sets the password.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, string token, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), AcceptModel.Texts["PasswordMissing"]);
        else if (Password != Repeat)
            ModelState.AddModelError(nameof(Repeat), AcceptModel.Texts["RepeatWrong"]);
        if (!ModelState.IsValid)
            return Page();
        var found = throttle.IsBlocked(HttpContext.Connection.RemoteIpAddress) ? null : await people.FindByIdAsync(person.ToString());
        var result = found is null
            ? IdentityResult.Failed(people.ErrorDescriber.InvalidToken())
            : await people.ResetPasswordAsync(found, ResetLinks.TokenFrom(token), Password!);
        if (!result.Succeeded)
        {
            throttle.Failed(HttpContext.Connection.RemoteIpAddress);
            foreach (var error in result.Errors)
                ModelState.AddModelError(nameof(Password), error.Description);
            return Page();
        }
        found!.MustChangePassword = false;
        await people.UpdateAsync(found);
        log.Journal("password-reset", null, found.DisplayName);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = AcceptModel.Texts["ResetDone"];
        return Redirect("/connexion");
    }
}
