using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Delivery.Webhooks;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write.ServerConfiguration;

namespace SiteFactory.Cms.Publishing;

/// <summary>An earlier release that is still kept.</summary>
public sealed record KeptRelease(string Id, Instant BuiltAt, int Pages);

/// <summary>Puts an earlier release of a site back; the next publication brings the site up to date again.</summary>
public sealed class Rollbacks(BuiltSites sites, CmsDbContext database, CurrentPerson person, ChangeLog log, IClock clock, IOptions<CmsOptions> options)
{
    /// <summary>The releases that can be put back, the newest first. Empty where this machine has no built sites.</summary>
    public IReadOnlyList<KeptRelease> Of(string siteKey)
    {
        if (StoreOf(siteKey) is not { } store)
            return [];
        var current = store.Current;
        return [.. store.All.Where(id => id != current).Reverse().Select(id => (id, Card: ReleaseCard.TryRead(store.CardFileOf(id)))).Where(r => r.Card?.Key == siteKey)
            .Select(r => new KeptRelease(r.id, Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(store.CardFileOf(r.id))), r.Card!.Pages))];
    }

    /// <summary>Serves that release.</summary>
    /// <returns>False when it is not kept.</returns>
    public async Task<bool> ToAsync(string siteKey, string release, CancellationToken cancellation)
    {
        if (StoreOf(siteKey) is not { } store || !Of(siteKey).Any(r => r.Id == release) || !store.Rollback(release))
            return false;
        ServerConfigurationFiles.Write(options.Value.Output);
        var now = clock.GetCurrentInstant();
        var build = new SiteBuild { SiteKey = siteKey, Cause = BuildCause.Rollback, PersonName = person.Name, State = BuildState.Done, QueuedAt = now, StartedAt = now, FinishedAt = now, Release = release, IsOwnChange = false };
        database.SiteBuilds.Add(build);
        await WebhookQueue.AddAsync(database, build, now, cancellation);
        log.Journal("site-rolled-back", siteKey, release);
        await database.SaveChangesAsync(cancellation);
        return true;
    }

    private ReleaseStore? StoreOf(string siteKey) =>
        sites.All().FirstOrDefault(s => s.Card.Key == siteKey) is { } site ? new(options.Value.Output, site.Card.Domain) : null;
}
