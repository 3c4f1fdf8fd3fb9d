using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Import;

/// <summary>Imports the items of one site.</summary>
internal sealed class ItemImport(CmsDbContext database, ImportRun run)
{
    /// <summary>Writes what is new or changed; what stands here and not in the folder stays.</summary>
    public async Task RunAsync(SiteContent content, CancellationToken cancellation)
    {
        var site = content.Site.Key;
        var ids = content.Items.Select(i => i.Id).ToList();
        var known = await database.Items.Where(i => i.SiteKey == site || ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        var places = known.Values.Where(i => i.DeletedAt is null && i.SiteKey == site).ToDictionary(i => (i.Kind, i.Key));
        foreach (var item in content.Items)
            One(item, known.GetValueOrDefault(item.Id), places);
    }

    private void One(ContentItem item, ItemRecord? record, Dictionary<(ContentKind Kind, string Key), ItemRecord> places)
    {
        var text = FormatText.WriteItem(item, run.Zone);
        var path = FormatText.PathOf(item);
        if (record is not null && IsSame(record, item, text, path))
        {
            record.ImportedVersion ??= record.Version;
            run.Unchanged++;
            return;
        }
        if (record is not null && !run.MayWrite(path, (record.Version, record.ImportedVersion), (record.UpdatedAt, item.UpdatedAt)))
            return;
        if (places.TryGetValue((item.Kind, item.Key), out var other) && other.Id != item.Id && !MakeRoom(other, path))
            return;
        record ??= Add(item);
        places[(item.Kind, item.Key)] = record;
        Write(record, item, text, path);
        run.Written++;
    }

    // What was made here under the same address stays, or goes to the trash when the import may overwrite.
    private bool MakeRoom(ItemRecord other, string path)
    {
        if (!run.MayWrite(path, (other.Version, other.ImportedVersion)))
            return false;
        other.DeletedAt = run.Now;
        other.Version++;
        return true;
    }

    private static bool IsSame(ItemRecord record, ContentItem item, string text, string path) =>
        record.SiteKey == item.SiteKey && record.DeletedAt is null
        && (item.Status == PublicationStatus.Published ? record.LiveText == text && record.LivePath == path : record.LiveText is null && record.DraftText == text && record.InReview == (item.Status == PublicationStatus.Review));

    private ItemRecord Add(ContentItem item)
    {
        var record = new ItemRecord { Id = item.Id, SiteKey = item.SiteKey, Kind = item.Kind, Key = item.Key, Title = item.Title, CreatedAt = run.Now, UpdatedBy = ImportRun.Author };
        database.Items.Add(record);
        return record;
    }

    private void Write(ItemRecord record, ContentItem item, string text, string path)
    {
        // An item may have moved to another site or folder since: its identity is its id.
        var row = database.Entry(record);
        row.Property(r => r.SiteKey).CurrentValue = item.SiteKey;
        row.Property(r => r.Kind).CurrentValue = item.Kind;
        ItemProjection.Describe(record, item, run.Zone, item.UpdatedAt ?? run.Now);
        record.Version++;
        record.ImportedVersion = record.Version;
        record.UpdatedAt = item.UpdatedAt ?? run.Now;
        record.UpdatedBy = ImportRun.Author;
        record.DeletedAt = null;
        var isLive = item.Status == PublicationStatus.Published;
        record.InReview = item.Status == PublicationStatus.Review;
        record.LiveText = isLive ? text : null;
        record.LivePath = isLive ? path : null;
        record.DraftText = isLive ? null : text;
        record.DraftGoesLiveAt = null;
        record.PublishAt = isLive ? item.PublishAt : null;
        record.UnpublishAt = isLive ? item.UnpublishAt : null;
        database.ItemVersions.Add(new() { ItemId = item.Id, SiteKey = item.SiteKey, Number = record.Version, Title = item.Title, Text = text, SavedAt = run.Now, SavedBy = ImportRun.Author, Kind = VersionKind.Imported });
    }
}
