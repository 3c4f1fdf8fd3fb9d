using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Features.Account;

/// <summary>Changes one's password; other sessions end with the old one.</summary>
[SignedIn]
public sealed class PasswordModel(CurrentPerson current, UserManager<Person> people, SignInManager<Person> signIn, ChangeLog log, CmsDbContext database) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        // The form alone.
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(New))
            ModelState.AddModelError(nameof(New), IndexModel.Texts["PasswordMissing"]);
        else if (New != Repeat)
            ModelState.AddModelError(nameof(Repeat), IndexModel.Texts["RepeatWrong"]);
        if (!ModelState.IsValid)
            return Page();
        var person = (await people.FindByIdAsync(current.Person!.Id.ToString()))!;
        var result = await people.ChangePasswordAsync(person, Current ?? "", New!);
        foreach (var error in result.Errors)
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Current) : nameof(New), error.Description);
        if (!result.Succeeded)
            return Page();
        person.MustChangePassword = false;
        await people.UpdateAsync(person);
        log.Journal("password-changed", null, person.DisplayName);
        await database.SaveChangesAsync(cancellation);
        await signIn.RefreshSignInAsync(person);
        TempData["Done"] = IndexModel.Texts["PasswordChanged"];
        return Redirect("/mon-compte");
    }
}
