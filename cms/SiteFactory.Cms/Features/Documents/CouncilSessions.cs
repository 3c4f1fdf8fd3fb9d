using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Documents;

/// <summary>Finds out what the register lacks on the request's site.</summary>
public sealed class CouncilSessions(ItemStore items, EditContexts contexts)
{
    private const string Council = "conseil-municipal";

    /// <summary>What the law asks for and is not there.</summary>
    public async Task<IReadOnlyList<Reminder>> RemindersAsync(CancellationToken cancellation)
    {
        var context = await contexts.GetAsync(cancellation);
        if (context.Site.Kind != SiteKind.Commune)
            return [];
        var live = await LiveAsync(context, cancellation);
        var since = context.Now - Duration.FromDays(400);
        var drafts = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Event && i.LiveText != null && i.SortAt > since).ToListAsync(cancellation);
        var events = drafts.Where(i => Slug.From(i.Title).Contains(Council, StringComparison.Ordinal)).Select(i => i.SortAt.InZone(context.Zone).Date);
        return CouncilReminders.Of(live, live.Where(IsOfSession).Select(d => d.Session!.Value).Concat(events), context.Today, context.Site);
    }

    /// <summary>Documents that the public sees.</summary>
    public async Task<IReadOnlyList<OfficialDocument>> LiveAsync(EditContext context, CancellationToken cancellation)
    {
        var records = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Document && i.LiveText != null).ToListAsync(cancellation);
        return [.. records.Select(r => ItemProjection.Live(r, context.Zone)).OfType<OfficialDocument>()];
    }

    private static bool IsOfSession(OfficialDocument document) =>
        document.Session is not null && document.Type is DocumentType.Deliberation or DocumentType.DeliberationsList or DocumentType.Minutes;
}
