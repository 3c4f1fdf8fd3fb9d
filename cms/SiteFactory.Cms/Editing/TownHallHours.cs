using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>The town hall is open at the same hours in the directory and in the settings: who publishes new ones there changes them here.</summary>
public sealed class TownHallHours(CmsDbContext database, TerritoryTime time, ChangeLog log)
{
    /// <summary>Adds to the transaction that the caller commits.</summary>
    /// <param name="live">What the public saw before; null: nothing.</param>
    public async Task FollowAsync(ContentItem? live, ContentItem now, CancellationToken cancellation)
    {
        if (now is not DirectoryEntry { Key: DirectoryEntry.TownHallKey } hall || (live is DirectoryEntry before && before.Hours.SequenceEqual(hall.Hours)))
            return;
        var record = await database.Sites.FirstAsync(s => s.Key == hall.SiteKey, cancellation);
        if (FormatText.ReadSite(record.Key, record.Text).Value is not { Contact: { } contact } site || contact.Hours.SequenceEqual(hall.Hours))
            return;
        (record.Text, record.UpdatedAt) = (FormatText.WriteSite(site with { Contact = contact with { Hours = hall.Hours } }), time.Now);
        record.Version++;
        log.Announce(record.Key, hall.Title, hall.Id, $"{record.Key}/site.yaml");
    }
}
