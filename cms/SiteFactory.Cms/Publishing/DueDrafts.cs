using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Publishing;

/// <summary>Publishes the drafts whose moment has come.</summary>
public sealed class DueDrafts(IServiceScopeFactory scopes, IClock clock, ILogger<DueDrafts> logger)
{
    /// <summary>Publishes them, each in a transaction of its own.</summary>
    public async Task PublishAsync(CancellationToken cancellation)
    {
        foreach (var (id, site) in await DueAsync(cancellation))
            await PublishAsync(id, site, cancellation);
    }

    private async Task<List<(Guid Id, string Site)>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetCurrentInstant();
        var due = await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Items.AsNoTracking()
            .Where(i => i.DraftGoesLiveAt != null && i.DraftGoesLiveAt <= now && i.DeletedAt == null)
            .OrderBy(i => i.DraftGoesLiveAt).Select(i => new { i.Id, i.SiteKey }).ToListAsync(cancellation);
        return [.. due.Select(d => (d.Id, d.SiteKey))];
    }

    private async Task PublishAsync(Guid id, string site, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        database.RestrictTo(site);
        var items = scope.ServiceProvider.GetRequiredService<ItemStore>();
        if (await items.FindAsync(id, cancellation) is not { DraftText: not null } item)
        {
            await GiveUpAsync(database, id, cancellation);
            return;
        }
        var result = await items.PublishDraftAsync(id, item.Version, cancellation);
        // Somebody saved at this very moment: the next look tries their draft.
        if (result is SaveResult.Saved or SaveResult.Conflict)
            return;
        logger.LogWarning("The draft of item {Item} of {Site} cannot be published as it stands: {Result}.", id, site, result.GetType().Name);
        database.ChangeTracker.Clear();
        await GiveUpAsync(database, id, cancellation);
    }

    private static Task<int> GiveUpAsync(CmsDbContext database, Guid id, CancellationToken cancellation) =>
        database.Items.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(r => r.DraftGoesLiveAt, (Instant?)null), cancellation);
}
