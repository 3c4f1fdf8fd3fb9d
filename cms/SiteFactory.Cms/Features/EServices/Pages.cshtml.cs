using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>On which pages a service stands, and puts it on others.</summary>
[SiteAccess(SiteRight.See, Post = SiteRight.Write)]
[HandlerAccess("Publish", SiteRight.Publish)]
public sealed class PagesModel(ServicePictures pictures, ItemStore items, TerritoryCheck check, EditContexts contexts, TerritoryTime time) : PageModel
{
    /// <summary>The page that gets it.</summary>
    [BindProperty]
    public Guid? Target { get; set; }

    /// <summary>Before the page's text, and not after it.</summary>
    [BindProperty]
    public bool AtStart { get; set; }

    public RoutedService Service { get; private set; } = null!;

    /// <summary>Items whose text has it.</summary>
    public IReadOnlyList<ItemRecord> Places { get; private set; } = [];

    /// <summary>Pages that can have it.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public EditContext Context { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation) =>
        await LoadAsync(key, cancellation) ? Page() : NotFound();

    /// <summary>Puts it into the page's draft.</summary>
    public Task<IActionResult> OnPostDraftAsync(string key, CancellationToken cancellation) => InsertAsync(key, publish: false, cancellation);

    /// <summary>Puts it on the page, for everybody to see.</summary>
    public Task<IActionResult> OnPostPublishAsync(string key, CancellationToken cancellation) => InsertAsync(key, publish: true, cancellation);

    private async Task<IActionResult> InsertAsync(string key, bool publish, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        if (Target is not { } id || await items.FindAsync(id, cancellation) is not { Kind: ContentKind.Page } record)
        {
            ModelState.AddModelError(nameof(Target), EServiceTexts.T["PageMissing"]);
            return Page();
        }
        // A draft that somebody is still writing is not published by the way.
        if (publish && record is { DraftText: not null, LiveText: not null })
        {
            ModelState.AddModelError(nameof(Target), EServiceTexts.T["PageHasDraft"]);
            return Page();
        }
        var page = ItemProjection.Current(record, await time.ZoneAsync(cancellation));
        var changed = page with { Body = ServicePlaces.Add(page.Body, key, AtStart) };
        if (publish && (await check.BeforePublishingAsync(changed, record, cancellation)).FirstOrDefault(f => f.Severity == FaultSeverity.Error) is { } fault)
        {
            ModelState.AddModelError(nameof(Target), FaultFields.Sentence(fault));
            return Page();
        }
        var result = publish ? await items.PublishAsync(changed, record.Version, cancellation) : await items.SaveDraftAsync(changed, record.Version, cancellation);
        return Told(result, key, record.Title, publish);
    }

    private IActionResult Told(SaveResult result, string key, string title, bool published)
    {
        if (result is SaveResult.Saved)
        {
            TempData["Done"] = EServiceTexts.T.Format(published ? "PagePublished" : "PageDrafted", title);
            return RedirectToPage(new { key });
        }
        ModelState.AddModelError(nameof(Target), result is SaveResult.Forbidden forbidden ? forbidden.Reason : EServiceTexts.T["PageChanged"]);
        return Page();
    }

    private async Task<bool> LoadAsync(string key, CancellationToken cancellation)
    {
        var picture = await pictures.LookAsync(cancellation);
        if (picture.Offered.FirstOrDefault(s => s.Key == key) is not { } service)
            return false;
        (Service, Context) = (service, await contexts.GetAsync(cancellation));
        var near = await items.Items.AsNoTracking().Where(i => (i.LiveText != null && i.LiveText.Contains(key)) || (i.DraftText != null && i.DraftText.Contains(key))).OrderBy(i => i.Title).ToListAsync(cancellation);
        Places = [.. near.Where(i => Bodies(i).Any(b => ServicePlaces.Has(b, key)))];
        var taken = Places.Select(p => p.Id).ToHashSet();
        var pages = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Page).Select(i => new { i.Id, i.Key, i.Title }).ToListAsync(cancellation);
        Choices = [new(EServiceTexts.T["ChoosePage"], ""), .. pages.Where(p => !taken.Contains(p.Id)).OrderBy(p => p.Key.Replace('/', '\u0001'), StringComparer.Ordinal).Select(p => new SelectListItem(new string('\u2003', p.Key.Count(c => c == '/')) + p.Title, p.Id.ToString()))];
        return true;
    }

    private IEnumerable<string> Bodies(ItemRecord item)
    {
        yield return ItemProjection.Current(item, Context.Zone).Body;
        if (item.DraftText is not null && ItemProjection.Live(item, Context.Zone) is { } live)
            yield return live.Body;
    }
}
