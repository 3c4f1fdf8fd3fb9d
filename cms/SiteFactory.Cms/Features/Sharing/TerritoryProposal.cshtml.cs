using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using ContentAudience = SiteFactory.Content.Model.Audience;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>One proposal of a commune: taken with an audience, or refused with a word.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritoryProposalModel(Proposals proposals, CmsDbContext database, ItemStore items, TerritoryTime time, PublicAddresses addresses) : PageModel
{
    public Proposal Proposal { get; private set; } = null!;

    public ItemRecord Record { get; private set; } = null!;

    /// <summary>What the public sees; null: it is no longer live.</summary>
    public ContentItem? Live { get; private set; }

    public SiteRecord Commune { get; private set; } = null!;

    public Territory Territory { get; private set; } = null!;

    /// <summary>The other communes.</summary>
    public IReadOnlyList<NamedSite> Sites { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Where the public sees it.</summary>
    public string Address => addresses.Of(Commune, Live!);

    /// <summary>Whom the métropole offers it to.</summary>
    [BindProperty]
    public AudienceForm Audience { get; set; } = new();

    /// <summary>A word that goes with a yes.</summary>
    [BindProperty]
    public string? Word { get; set; }

    /// <summary>Why not.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Takes it.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var audience = Chosen();
        if (Audience.Who == AudienceForm.Chosen && audience.IsNone)
            ModelState.AddModelError("Audience.Who", SharingTexts.T["ProposalChosenMissing"]);
        if (!ModelState.IsValid)
            return Page();
        return Answer(await proposals.AcceptAsync(id, audience, Text(Word), cancellation), "ProposalAcceptedDone", id);
    }

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Text(Why) is not { } why)
        {
            ModelState.AddModelError(nameof(Why), SharingTexts.T["ProposalRefuseMissing"]);
            return Page();
        }
        return Answer(await proposals.RefuseAsync(id, why, cancellation), "ProposalRefusedDone", id);
    }

    private RedirectResult Answer(ItemRecord? done, string text, Guid id)
    {
        TempData[done is null ? "Warning" : "Done"] = done is null ? SharingTexts.T["ProposalMoved"] : SharingTexts.T.Format(text, done.Title);
        return Redirect(done is null ? $"/territoire/propositions/{id}" : "/territoire/propositions");
    }

    private ContentAudience Chosen() => Audience.Who switch
    {
        AudienceForm.All => ContentAudience.Everyone,
        AudienceForm.Chosen => new(false, [.. Territory.Zones.Select(z => z.Key).Where(Audience.Zones.Contains)], [.. Sites.Select(s => s.Key).Where(Audience.Sites.Contains)]),
        _ => ContentAudience.None,
    };

    private static string? Text(string? typed) => Typed.Block(typed).Trim() is { Length: > 0 } text ? text : null;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await proposals.FindAsync(id, cancellation) is not { } proposal || await items.FindAsync(id, cancellation) is not { } record)
            return false;
        (Proposal, Record, Zone) = (proposal, record, await time.ZoneAsync(cancellation));
        Live = ItemProjection.Live(record, Zone);
        var sites = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null || s.Key == proposal.SiteKey).OrderBy(s => s.Name).ToListAsync(cancellation);
        Commune = sites.First(s => s.Key == proposal.SiteKey);
        Sites = [.. sites.Where(s => s.Kind == SiteKind.Commune && s.Key != proposal.SiteKey).Select(s => new NamedSite(s.Key, s.Name))];
        Territory = FormatText.ReadTerritory(await database.Territories.AsNoTracking().Select(t => t.Text).FirstAsync(cancellation)).Value!;
        return true;
    }
}
