using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.Content.Texts;
using ContentPage = SiteFactory.Content.Model.Page;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>Writes a page.</summary>
[SiteAccess(SiteRight.See)]
[HandlerAccess("Publish", SiteRight.Publish)]
public sealed class EditModel(ItemStore items, TerritoryTime time, CurrentSite site) : PageModel
{
    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Pages.PageTexts");

    /// <summary>The version that the author started from; 0 for a new page.</summary>
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public bool Nav { get; set; } = true;

    /// <summary>The address was made for a page that does not exist yet.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Nouveau { get; set; }

    /// <summary>Shows the page's draft, or what is live.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { Kind: ContentKind.Page } record)
            return Nouveau ? Page() : NotFound();
        var page = (ContentPage)ItemProjection.Current(record, await time.ZoneAsync(cancellation));
        (Version, Title, Address, Summary, Body, Nav) = (record.Version, page.Title, page.Key, page.Summary, page.Body, page.Nav);
        return Page();
    }

    /// <summary>Saves the draft.</summary>
    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancellation) => SaveAsync(id, publish: false, cancellation);

    /// <summary>Saves and publishes.</summary>
    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancellation) => SaveAsync(id, publish: true, cancellation);

    private async Task<IActionResult> SaveAsync(Guid id, bool publish, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Title))
            ModelState.AddModelError(nameof(Title), SharedTexts.T["TitleMissing"]);
        if (!ModelState.IsValid)
            return Page();
        var before = await items.FindAsync(id, cancellation) is { } record ? ItemProjection.Current(record, await time.ZoneAsync(cancellation)) as ContentPage : null;
        var page = (before ?? new ContentPage { Id = id, SiteKey = site.Key, Key = "", Title = "" }) with
        {
            Title = Title!.Trim(),
            Key = Slug.FromPath(string.IsNullOrWhiteSpace(Address) ? Title! : Address),
            Summary = string.IsNullOrWhiteSpace(Summary) ? null : Summary.Trim(),
            Body = (Body ?? "").ReplaceLineEndings("\n"),
            Nav = Nav,
        };
        return Answer(publish ? await items.PublishAsync(page, Version, cancellation) : await items.SaveDraftAsync(page, Version, cancellation), publish);
    }

    private IActionResult Answer(SaveResult result, bool publish)
    {
        switch (result)
        {
            case SaveResult.Saved saved:
                TempData["Done"] = SharedTexts.T[publish ? "Published" : "Saved"];
                return Redirect(ItemAddresses.Edit(saved.Item));
            case SaveResult.Missing:
                return NotFound();
            case SaveResult.Conflict conflict:
                ModelState.AddModelError(string.Empty, SharedTexts.T.Format("Conflict", conflict.Theirs.UpdatedBy));
                break;
            case SaveResult.AddressTaken:
                ModelState.AddModelError(nameof(Address), SharedTexts.T["AddressTaken"]);
                break;
            case SaveResult.Refused refused:
                foreach (var fault in refused.Faults)
                    ModelState.AddModelError(string.Empty, $"{fault.Message} {fault.Cure}");
                break;
        }
        return Page();
    }
}
