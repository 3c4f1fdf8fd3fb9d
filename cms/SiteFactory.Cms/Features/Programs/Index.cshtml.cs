using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.People;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Programs;

/// <summary>Keys by which programs use the API.</summary>
[TerritoryAccess(TerritoryRole.Administrator)]
public sealed class IndexModel(CmsDbContext database, ChangeLog log, CurrentPerson person, TerritoryTime time) : PageModel
{
    private const string Start = "sf_";
    private const int PrefixLength = 9;

    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Programs.ProgramTexts");

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public ApiRight Right { get; set; }

    /// <summary>Empty: every site.</summary>
    [BindProperty]
    public string? Site { get; set; }

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Rights { get; } = [.. Enum.GetNames<ApiRight>().Select(r => new SelectListItem(Texts["Right" + r], r))];

    /// <summary>Shown once.</summary>
    public string? NewKey { get; private set; }

    /// <summary>Lists them.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Makes a key.</summary>
    public async Task<IActionResult> OnPostCreateAsync(CancellationToken cancellation)
    {
        var site = string.IsNullOrEmpty(Site) ? null : Site;
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), Texts["NameMissing"]);
        if (site is not null && !await database.Sites.AnyAsync(s => s.Key == site, cancellation))
            ModelState.AddModelError(nameof(Site), Texts["SiteUnknown"]);
        if (ModelState.IsValid)
        {
            NewKey = Start + Secrets.New();
            database.ApiKeys.Add(new() { Id = Guid.CreateVersion7(time.Now.ToDateTimeOffset()), Name = Name!.Trim(), SiteKey = site, Right = Right, Prefix = NewKey[..PrefixLength], SecretHash = Secrets.Hash(NewKey), CreatedAt = time.Now, CreatedBy = person.Name });
            log.Journal("api-key-made", site, Name!.Trim());
            await database.SaveChangesAsync(cancellation);
            ModelState.Clear();
            Name = null;
        }
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Makes a key useless, at once.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellation)
    {
        if (await database.ApiKeys.FirstOrDefaultAsync(k => k.Id == id && k.RevokedAt == null, cancellation) is not { } key)
            return NotFound();
        key.RevokedAt = time.Now;
        log.Journal("api-key-revoked", key.SiteKey, key.Name);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = Texts["Revoked"];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Keys = await database.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null).OrderBy(k => k.Name).ToListAsync(cancellation);
        Sites = [new(Texts["Everywhere"], ""), .. await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).OrderBy(s => s.Name).Select(s => new SelectListItem(s.Name, s.Key)).ToListAsync(cancellation)];
    }
}
