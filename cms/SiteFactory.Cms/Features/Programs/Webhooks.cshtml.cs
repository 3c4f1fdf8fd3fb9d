using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Delivery.Webhooks;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.People;

namespace SiteFactory.Cms.Features.Programs;

/// <summary>Addresses that are told of publications.</summary>
[TerritoryAccess(TerritoryRole.Administrator)]
public sealed class WebhooksModel(CmsDbContext database, IDataProtectionProvider protection, ChangeLog log, CurrentPerson person, TerritoryTime time) : PageModel
{
    private IReadOnlyDictionary<Guid, WebhookDelivery> _last = new Dictionary<Guid, WebhookDelivery>();

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>Empty: every site.</summary>
    [BindProperty]
    public string? Site { get; set; }

    public IReadOnlyList<Webhook> Hooks { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    /// <summary>Shown once.</summary>
    public string? NewSecret { get; private set; }

    /// <summary>The last message to the address.</summary>
    public WebhookDelivery? Last(Webhook hook) => _last.GetValueOrDefault(hook.Id);

    /// <summary>Lists them.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Adds an address.</summary>
    public async Task<IActionResult> OnPostCreateAsync(CancellationToken cancellation)
    {
        if (Refusal(Address) is { } reason)
            ModelState.AddModelError(nameof(Address), IndexModel.Texts[reason]);
        var site = string.IsNullOrEmpty(Site) ? null : Site;
        if (site is not null && !await database.Sites.AnyAsync(s => s.Key == site, cancellation))
            ModelState.AddModelError(nameof(Site), IndexModel.Texts["SiteUnknown"]);
        if (ModelState.IsValid)
        {
            NewSecret = Secrets.New();
            database.Webhooks.Add(new() { Id = Guid.CreateVersion7(time.Now.ToDateTimeOffset()), SiteKey = site, Url = Address!.Trim(), ProtectedSecret = protection.CreateProtector(WebhookSender.Purpose).Protect(NewSecret), CreatedAt = time.Now, CreatedBy = person.Name });
            log.Journal("webhook-made", site, Address!.Trim());
            await database.SaveChangesAsync(cancellation);
            ModelState.Clear();
            Address = null;
        }
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Forgets an address.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await database.Webhooks.FirstOrDefaultAsync(w => w.Id == id && w.DisabledAt == null, cancellation) is not { } hook)
            return NotFound();
        hook.DisabledAt = time.Now;
        log.Journal("webhook-removed", hook.SiteKey, hook.Url);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = IndexModel.Texts["WebhookRemoved"];
        return RedirectToPage();
    }

    // What a name resolves to is checked at each delivery; an address written out is refused here already.
    private static string? Refusal(string? url)
    {
        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
            return "UrlWrong";
        var host = address.IdnHost;
        var isPrivate = host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && !AddressGuard.IsPublic(ip));
        return isPrivate ? "UrlPrivate" : null;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Hooks = await database.Webhooks.AsNoTracking().Where(w => w.DisabledAt == null).OrderBy(w => w.Url).ToListAsync(cancellation);
        var last = await database.WebhookDeliveries.AsNoTracking().Where(d => d.Attempts > 0).GroupBy(d => d.WebhookId).Select(g => g.Max(d => d.Id)).ToListAsync(cancellation);
        _last = await database.WebhookDeliveries.AsNoTracking().Where(d => last.Contains(d.Id)).ToDictionaryAsync(d => d.WebhookId, cancellation);
        Sites = [new(IndexModel.Texts["Everywhere"], ""), .. await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).OrderBy(s => s.Name).Select(s => new SelectListItem(s.Name, s.Key)).ToListAsync(cancellation)];
    }
}
