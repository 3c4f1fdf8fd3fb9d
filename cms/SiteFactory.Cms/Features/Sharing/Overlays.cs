using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>Writes what the site says of others' items; public at once.</summary>
public sealed class Overlays(CmsDbContext database, CurrentSite site, CurrentPerson person, TerritoryTime time, ChangeLog log)
{
    /// <summary>What a version of an item is recognised by: when it changes, whoever looked at it is told.</summary>
    public static string FingerprintOf(ContentItem item) =>
        Fingerprint.Of(System.Text.Encoding.UTF8.GetBytes(FormatText.WriteItem(item, NodaTime.DateTimeZone.Utc))).ToString();

    /// <summary>The site's overlays by item.</summary>
    public Task<Dictionary<Guid, OverlayRecord>> AllAsync(CancellationToken cancellation) =>
        database.Overlays.AsNoTracking().ToDictionaryAsync(o => o.ItemId, cancellation);

    /// <summary>Changes what the site says of an item of somebody else.</summary>
    public async Task SaveAsync(ContentItem item, string action, Action<OverlayRecord> change, CancellationToken cancellation)
    {
        var record = await database.Overlays.FirstOrDefaultAsync(o => o.ItemId == item.Id, cancellation);
        if (record is null)
            database.Overlays.Add(record = new() { SiteKey = site.Key, ItemId = item.Id, UpdatedBy = person.Name });
        change(record);
        record.SeenFingerprint = FingerprintOf(item);
        (record.UpdatedAt, record.UpdatedBy) = (time.Now, person.Name);
        record.Version++;
        log.Announce(site.Key, item.Title, item.Id, $"{site.Key}/overlays.yaml");
        log.Journal(action, site.Key, item.Title, item.Id);
        await database.SaveChangesAsync(cancellation);
        log.Committed();
    }
}
