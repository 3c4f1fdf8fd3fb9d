using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Account;

/// <summary>What somebody may see and change of their own account.</summary>
[SignedIn]
public sealed class IndexModel(CurrentPerson current, UserManager<Person> people, CmsDbContext database) : PageModel
{
    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Account.AccountTexts");

    [BindProperty]
    public string? Name { get; set; }

    public string Email => current.Person!.Email!;

    public bool HasTwoFactor => current.Person!.TwoFactorEnabled;

    /// <summary>"Vany : rédaction".</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Name = current.Person!.DisplayName;
        await LoadAsync(cancellation);
    }

    /// <summary>Changes the name.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), Texts["NameMissing"]);
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var person = (await people.FindByIdAsync(current.Person!.Id.ToString()))!;
        person.DisplayName = Name!.Trim();
        await people.UpdateAsync(person);
        TempData["Done"] = Texts["Saved"];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var names = await database.Sites.AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Name, StringComparer.Ordinal, cancellation);
        var roles = current.Rights.Sites.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{names.GetValueOrDefault(s.Key, s.Key)}\u00a0: {Texts["Role" + s.Value]}");
        Roles = [.. current.Rights.Territory is { } territory ? [Texts["Role" + territory]] : Array.Empty<string>(), .. roles];
    }
}
