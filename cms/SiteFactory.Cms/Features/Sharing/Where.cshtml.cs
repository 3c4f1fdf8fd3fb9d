using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>What becomes of an item on one site.</summary>
public sealed record WhereLine(string Site, Verdict Verdict, string Why);

/// <summary>Where an item will show once it is published, or shows now: every site with the reason.</summary>
[SiteAccess(SiteRight.See)]
public sealed class WhereModel(ItemStore items, TerritoryReading reading, TerritoryTime time) : PageModel
{
    public ItemRecord Record { get; private set; } = null!;

    /// <summary>"S’affichera sur 12 sites."</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Shown first, then waiting, refused, and not addressed.</summary>
    public IReadOnlyList<IGrouping<Verdict, WhereLine>> Groups { get; private set; } = [];

    /// <summary>Asks for the draft when there is one.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { } record || (await reading.NowAsync(cancellation)).Snapshot is not { } snapshot)
            return NotFound();
        Record = record;
        var item = ItemProjection.Current(record, await time.ZoneAsync(cancellation));
        var lines = SyndicationPlan.WhereShown(snapshot, item).Select(p => new WhereLine(p.Site.Name, p.Reason.Verdict, ReasonSentence.Of(p.Reason, snapshot))).ToList();
        Groups = [.. lines.GroupBy(l => l.Verdict).OrderBy(g => g.Key)];
        var shown = lines.Count(l => l.Verdict == Verdict.Shown);
        Summary = SharingTexts.T.Format((record.LiveText is null ? "WillShow" : "Shows") + (shown == 1 ? "One" : "Many"), shown);
        return Page();
    }
}
