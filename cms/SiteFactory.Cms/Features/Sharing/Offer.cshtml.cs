using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>One item of somebody else: what the site decides, pins and adds; or a copy of its own.</summary>
[SiteAccess(SiteRight.See, Post = SiteRight.Publish)]
public sealed class OfferModel(Offers offers, Overlays overlays, ItemStore items, CurrentSite site, IClock clock) : PageModel
{
    public OfferLine Line { get; private set; } = null!;

    /// <summary>A name of <see cref="OverlayDecision"/>; empty: the rules decide.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public bool Pinned { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>A news item may forbid local words.</summary>
    public bool MayAddWords => Line.Item is not NewsItem { Overlay: false };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid item, CancellationToken cancellation)
    {
        if (!await LoadAsync(item, cancellation))
            return NotFound();
        if (Line.Overlay is { } overlay)
            (Decision, Pinned, Title, Note) = (overlay.Decision?.ToString(), overlay.Pinned, overlay.Title, overlay.Note);
        return Page();
    }

    /// <summary>Saves what the site says of it.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid item, CancellationToken cancellation)
    {
        if (!await LoadAsync(item, cancellation))
            return NotFound();
        await overlays.SaveAsync(Line.Item, "overlay-saved", overlay =>
        {
            overlay.Decision = Enum.TryParse<OverlayDecision>(Decision, out var decision) && Enum.IsDefined(decision) ? decision : null;
            overlay.Pinned = Pinned;
            if (!MayAddWords)
                return;
            overlay.Title = Typed.Line(Title);
            overlay.Note = Typed.Block(Note).Trim() is { Length: > 0 } note ? note : null;
        }, cancellation);
        TempData["Done"] = SharingTexts.T["OverlaySaved"];
        return RedirectToPage();
    }

    /// <summary>Makes a draft of the site's own out of it and shows the original no longer.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid item, CancellationToken cancellation)
    {
        if (!await LoadAsync(item, cancellation))
            return NotFound();
        var id = Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset());
        var copy = Line.Item.Accept(new OwnCopy()) with { Id = id, SiteKey = site.Key, Image = null, ImageAlt = null, RedirectFrom = [] };
        if (await items.SaveDraftAsync(copy, 0, cancellation) is not SaveResult.Saved saved)
        {
            ModelState.AddModelError(string.Empty, SharingTexts.T["CopyFailed"]);
            return Page();
        }
        await overlays.SaveAsync(Line.Item, "offer-copied", overlay => overlay.Decision = OverlayDecision.Refused, cancellation);
        TempData["Done"] = SharingTexts.T["Copied"];
        return Redirect(ItemAddresses.Edit(saved.Item));
    }

    private async Task<bool> LoadAsync(Guid item, CancellationToken cancellation)
    {
        if (await offers.FindAsync(site.Key, item, cancellation) is not { } line)
            return false;
        Line = line;
        return true;
    }
}

/// <summary>An item without what ties it to its owner: its audience, its owner's paths; a place stays the owner's.</summary>
internal sealed class OwnCopy : IContentItemVisitor<ContentItem>
{
    public ContentItem Page(Content.Model.Page item) => item with { Audience = null, Mount = null };

    public ContentItem News(NewsItem item) => item with { Audience = null, Overlay = null };

    public ContentItem Event(EventItem item) => item with
    {
        Audience = null,
        Place = item.Place is null || item.Place.Contains('/', StringComparison.Ordinal) ? item.Place : $"{item.SiteKey}/{item.Place}",
    };

    public ContentItem Directory(DirectoryEntry item) => item with { Audience = null };

    public ContentItem Document(OfficialDocument item) => item;

    public ContentItem Alert(Alert item) => item with { Audience = null, Link = item.Link is ['/', ..] ? null : item.Link };
}
