using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Features.SignIn;

/// <summary>Ends the session.</summary>
[SignedIn]
public sealed class SignOutModel(SignInManager<Person> signIn) : PageModel
{
    /// <summary>A link does not sign anybody out.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        TempData["Done"] = SignInModel.Texts["SignedOut"];
        return Redirect("/connexion");
    }
}
