using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Delivery.Webhooks;

/// <summary>Writes down whom a publication is to be told; part of the transaction that writes the publication down.</summary>
public static class WebhookQueue
{
    /// <summary>Adds a message for every webhook of the site and of the territory; the caller saves.</summary>
    public static async Task AddAsync(CmsDbContext database, SiteBuild build, Instant now, CancellationToken cancellation)
    {
        if (build is not { State: BuildState.Done, Release: not null })
            return;
        var hooks = await database.Webhooks.Where(w => w.DisabledAt == null && (w.SiteKey == null || w.SiteKey == build.SiteKey)).Select(w => w.Id).ToListAsync(cancellation);
        foreach (var hook in hooks)
            database.WebhookDeliveries.Add(new WebhookDelivery { WebhookId = hook, Payload = Payload(build, now), CreatedAt = now, NextAttemptAt = now });
    }

    private static string Payload(SiteBuild build, Instant now) => JsonSerializer.Serialize(new
    {
        @event = "site.published",
        site = build.SiteKey,
        revision = build.Revision,
        release = build.Release,
        at = InstantPattern.ExtendedIso.Format(now),
    });
}
