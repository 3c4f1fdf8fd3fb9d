using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Media;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Import;

/// <summary>What an import did.</summary>
/// <param name="Written">Items that were new or changed.</param>
/// <param name="Kept">Items whose text is newer here than in the folder, and stayed.</param>
public sealed record ImportReport(int Sites, int Written, int Unchanged, int Kept, int Media, ImmutableArray<Fault> Faults);

/// <summary>
/// Fills the database from a content folder. Importing the same folder twice changes nothing; an item that was edited here
/// after the folder's version stays, unless the import is told to overwrite.
/// </summary>
public sealed class FolderImport(CmsDbContext database, IMediaFiles media, IClock clock)
{
    private const string Author = "Import";

    /// <summary>Imports everything in one transaction.</summary>
    public async Task<ImportReport> RunAsync(IContentFiles files, IMediaStore bytes, bool overwrite, CancellationToken cancellation)
    {
        var loaded = FolderReader.Read(files);
        if (loaded.Snapshot is not { } snapshot)
            return new(0, 0, 0, 0, 0, loaded.Faults);
        var zone = DateTimeZoneProviders.Tzdb[snapshot.Territory.TimeZone];
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        await TerritoryAsync(snapshot.Territory, now, cancellation);
        var counts = new Counts();
        foreach (var site in snapshot.Sites.Values)
            await SiteAsync(site, bytes, zone, now, overwrite, counts, cancellation);
        await DataFilesAsync(files, now, cancellation);
        database.Outbox.Add(new OutboxEntry { At = now, Subject = Author, PersonName = Author, Paths = "" });
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(snapshot.Sites.Count, counts.Written, counts.Unchanged, counts.Kept, counts.Media, loaded.Faults);
    }

    private async Task TerritoryAsync(Territory territory, Instant now, CancellationToken cancellation)
    {
        var text = FormatText.WriteTerritory(territory);
        var record = await database.Territories.FirstOrDefaultAsync(cancellation);
        if (record is null)
            database.Territories.Add(record = new() { Name = territory.Name, TimeZone = territory.TimeZone, Text = text });
        else if (record.Text == text)
            return;
        record.Name = territory.Name;
        record.TimeZone = territory.TimeZone;
        record.Text = text;
        record.UpdatedAt = now;
        record.Version++;
    }

    private async Task SiteAsync(SiteContent content, IMediaStore bytes, DateTimeZone zone, Instant now, bool overwrite, Counts counts, CancellationToken cancellation)
    {
        var site = content.Site;
        var text = FormatText.WriteSite(site);
        var record = await database.Sites.FindAsync([site.Key], cancellation);
        if (record is null)
            database.Sites.Add(record = new() { Key = site.Key, Name = site.Name, Domain = site.Domain, Text = "" });
        if (record.Text != text)
        {
            (record.Kind, record.Name, record.Domain, record.Text, record.UpdatedAt) = (site.Kind, site.Name, site.Domain, text, now);
            record.Version++;
        }
        await ItemsAsync(content, zone, now, overwrite, counts, cancellation);
        await OverlaysAsync(content, now, cancellation);
        await MediaAsync(content, bytes, now, counts, cancellation);
        await database.SaveChangesAsync(cancellation);
        database.ChangeTracker.Clear();
    }

    private async Task ItemsAsync(SiteContent content, DateTimeZone zone, Instant now, bool overwrite, Counts counts, CancellationToken cancellation)
    {
        var known = await database.Items.Where(i => i.SiteKey == content.Site.Key).ToDictionaryAsync(i => i.Id, cancellation);
        foreach (var item in content.Items)
        {
            var text = FormatText.WriteItem(item, zone);
            var record = known.GetValueOrDefault(item.Id);
            if (record is not null && (record.LiveText ?? record.DraftText) == text)
            {
                counts.Unchanged++;
                continue;
            }
            if (record is not null && !overwrite && record.UpdatedAt > (item.UpdatedAt ?? Instant.MinValue))
            {
                counts.Kept++;
                continue;
            }
            Write(record, item, text, zone, now);
            counts.Written++;
        }
    }

    private void Write(ItemRecord? record, ContentItem item, string text, DateTimeZone zone, Instant now)
    {
        if (record is null)
        {
            record = new() { Id = item.Id, SiteKey = item.SiteKey, Kind = item.Kind, Key = item.Key, Title = item.Title, CreatedAt = now, UpdatedBy = Author };
            database.Items.Add(record);
        }
        ItemProjection.Describe(record, item, zone, item.UpdatedAt ?? now);
        record.Version++;
        record.UpdatedAt = item.UpdatedAt ?? now;
        record.UpdatedBy = Author;
        record.DeletedAt = null;
        var isLive = item.Status == PublicationStatus.Published;
        record.InReview = item.Status == PublicationStatus.Review;
        record.LiveText = isLive ? text : null;
        record.LivePath = isLive ? FormatText.PathOf(item) : null;
        record.DraftText = isLive ? null : text;
        record.PublishAt = isLive ? item.PublishAt : null;
        record.UnpublishAt = isLive ? item.UnpublishAt : null;
        database.ItemVersions.Add(new() { ItemId = item.Id, SiteKey = item.SiteKey, Number = record.Version, Title = item.Title, Text = text, SavedAt = now, SavedBy = Author, Kind = VersionKind.Imported });
    }

    private async Task OverlaysAsync(SiteContent content, Instant now, CancellationToken cancellation)
    {
        var known = await database.Overlays.Where(o => o.SiteKey == content.Site.Key).ToDictionaryAsync(o => o.ItemId, cancellation);
        foreach (var overlay in content.Overlays)
        {
            var record = known.GetValueOrDefault(overlay.Item);
            if (record is null)
                database.Overlays.Add(record = new() { SiteKey = content.Site.Key, ItemId = overlay.Item, UpdatedBy = Author, UpdatedAt = now });
            (record.Decision, record.Pinned, record.Title, record.Image, record.Note) = (overlay.Decision, overlay.Pinned, overlay.Title, overlay.Image, overlay.Note);
        }
    }

    private async Task MediaAsync(SiteContent content, IMediaStore bytes, Instant now, Counts counts, CancellationToken cancellation)
    {
        var known = await database.Media.Where(m => m.SiteKey == content.Site.Key && m.DeletedAt == null).ToDictionaryAsync(m => m.Path, StringComparer.Ordinal, cancellation);
        foreach (var item in content.Media)
        {
            await using var stream = bytes.OpenRead(item);
            var hash = await media.AddAsync(stream, cancellation);
            var record = known.GetValueOrDefault(item.Path);
            if (record is null)
            {
                record = MediaRecords.New(item.SiteKey, item.Path, Author, now, hash);
                database.Media.Add(record);
                counts.Media++;
            }
            else if (record.ContentHash != hash)
            {
                record.ContentHash = hash;
                record.Version++;
                counts.Media++;
            }
            MediaRecords.Describe(record, item);
        }
    }

    /// <summary>Files of the format that have no table of their own are kept as they are.</summary>
    private async Task DataFilesAsync(IContentFiles files, Instant now, CancellationToken cancellation)
    {
        foreach (var path in DataFiles.In(files))
        {
            var text = DataFiles.Text(files, path);
            var record = await database.DataFiles.FindAsync([path], cancellation);
            if (record is null)
                database.DataFiles.Add(record = new() { Path = path, SiteKey = DataFiles.SiteOf(path), Text = "", UpdatedBy = Author });
            else if (record.Text == text)
                continue;
            (record.Text, record.UpdatedAt) = (text, now);
            record.Version++;
        }
    }

    private sealed class Counts
    {
        public int Written { get; set; }

        public int Unchanged { get; set; }

        public int Kept { get; set; }

        public int Media { get; set; }
    }
}
