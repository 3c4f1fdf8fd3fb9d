using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>
/// Reads and writes the items of the site that the request is about. Each write is one transaction: the item, its version, the
/// journal, and, when the public will see it, the outbox.
/// </summary>
public sealed class ItemStore(CmsDbContext database, TerritoryTime time, CurrentPerson person, ChangeLog log)
{
    /// <summary>Items that are not in the trash.</summary>
    public IQueryable<ItemRecord> Items => database.Items.Where(i => i.DeletedAt == null);

    /// <summary>Items in the trash.</summary>
    public IQueryable<ItemRecord> Trash => database.Items.Where(i => i.DeletedAt != null);

    /// <summary>The item; null when the site has none with this id, or it is in the trash.</summary>
    public Task<ItemRecord?> FindAsync(Guid id, CancellationToken cancellation) =>
        Items.FirstOrDefaultAsync(i => i.Id == id, cancellation);

    /// <summary>Saves a draft: a new item when the id is unknown. What is live stays.</summary>
    /// <param name="fromVersion">The version that the author started from; 0 for a new item.</param>
    public Task<SaveResult> SaveDraftAsync(ContentItem item, long fromVersion, CancellationToken cancellation) =>
        SaveAsync(item, fromVersion, VersionKind.Draft, cancellation);

    /// <summary>Saves and shows it to the public, now or at the item's own <c>publishAt</c>.</summary>
    public Task<SaveResult> PublishAsync(ContentItem item, long fromVersion, CancellationToken cancellation) =>
        SaveAsync(item, fromVersion, VersionKind.Published, cancellation);

    /// <summary>Publishes the draft as it was saved.</summary>
    public async Task<SaveResult> PublishDraftAsync(Guid id, long fromVersion, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } record)
            return new SaveResult.Missing();
        return await PublishAsync(ItemProjection.Current(record, await time.ZoneAsync(cancellation)), fromVersion, cancellation);
    }

    /// <summary>Takes the item off the public site; its text becomes the draft.</summary>
    public Task<SaveResult> WithdrawAsync(Guid id, long fromVersion, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "item-withdrawn", (record, _) =>
        {
            record.DraftText ??= record.LiveText;
            TakeOffline(record);
        }, cancellation);

    /// <summary>Puts the item into the trash and takes it off the public site.</summary>
    public Task<SaveResult> DeleteAsync(Guid id, long fromVersion, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "item-deleted", (record, now) =>
        {
            record.DraftText ??= record.LiveText;
            TakeOffline(record);
            record.DeletedAt = now;
        }, cancellation);

    /// <summary>Takes the item out of the trash, as a draft.</summary>
    public async Task<SaveResult> RestoreFromTrashAsync(Guid id, CancellationToken cancellation)
    {
        var record = await Trash.FirstOrDefaultAsync(i => i.Id == id, cancellation);
        if (record is null)
            return new SaveResult.Missing();
        if (await IsTakenAsync(record, record.Key, cancellation))
            return new SaveResult.AddressTaken(record.Key);
        record.DeletedAt = null;
        log.Touch(record, time.Now);
        log.Journal("item-restored", record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
    }

    /// <summary>Hands the draft to whoever may publish.</summary>
    public Task<SaveResult> SubmitAsync(Guid id, long fromVersion, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "item-submitted", (record, _) => record.InReview = true, cancellation);

    /// <summary>Gives a submitted draft back to its author.</summary>
    public Task<SaveResult> ReturnAsync(Guid id, long fromVersion, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "item-returned", (record, _) => record.InReview = false, cancellation);

    /// <summary>Forgets the draft; what is live stays. Without anything live the item goes to the trash.</summary>
    public Task<SaveResult> DropDraftAsync(Guid id, long fromVersion, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "draft-dropped", (record, now) =>
        {
            if (record.LiveText is null)
                record.DeletedAt = now;
            else
                ClearDraft(record);
        }, cancellation);

    /// <summary>The saves of an item, the newest first.</summary>
    public IQueryable<ItemVersion> Versions(Guid id) =>
        database.ItemVersions.AsNoTracking().Where(v => v.ItemId == id).OrderByDescending(v => v.Number);

    private async Task<SaveResult> SaveAsync(ContentItem given, long fromVersion, VersionKind kind, CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var now = time.Now;
        var item = given with { UpdatedAt = now, Status = kind == VersionKind.Published ? PublicationStatus.Published : PublicationStatus.Draft, Source = null };
        var text = FormatText.WriteItem(item, zone);
        var read = FormatText.ReadItem(ItemPlace.Of(item.SiteKey, item.Kind, item.Key), text, zone);
        if (!read.IsGood)
            return new SaveResult.Refused(read.Faults);
        var record = await FindAsync(item.Id, cancellation);
        if (record is null && fromVersion > 0)
            return new SaveResult.Missing();
        if (record is not null && record.Version != fromVersion)
            return new SaveResult.Conflict(record);
        if (await IsTakenAsync(record, item, cancellation))
            return new SaveResult.AddressTaken(item.Key);
        record ??= Add(item, now);
        ItemProjection.Describe(record, item, zone, now);
        log.Touch(record, now);
        if (kind == VersionKind.Published)
            Publish(record, item, text);
        else
            record.DraftText = text;
        log.Keep(record, text, kind);
        log.Journal(kind == VersionKind.Published ? "item-published" : "item-saved", record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
    }

    private void Publish(ItemRecord record, ContentItem item, string text)
    {
        var before = record.LivePath;
        ClearDraft(record);
        record.LiveText = text;
        record.LivePath = FormatText.PathOf(item);
        record.PublishAt = item.PublishAt;
        record.UnpublishAt = item.UnpublishAt;
        log.Announce(record, before, record.LivePath);
    }

    private void TakeOffline(ItemRecord record)
    {
        if (record.LivePath is { } path)
            log.Announce(record, path);
        record.LiveText = null;
        record.LivePath = null;
        record.PublishAt = null;
        record.UnpublishAt = null;
        record.DraftGoesLiveAt = null;
    }

    private static void ClearDraft(ItemRecord record)
    {
        record.DraftText = null;
        record.DraftGoesLiveAt = null;
        record.InReview = false;
    }

    private async Task<SaveResult> ChangeAsync(Guid id, long fromVersion, string action, Action<ItemRecord, Instant> change, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } record)
            return new SaveResult.Missing();
        if (record.Version != fromVersion)
            return new SaveResult.Conflict(record);
        var now = time.Now;
        change(record, now);
        log.Touch(record, now);
        log.Journal(action, record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
    }

    private ItemRecord Add(ContentItem item, Instant now)
    {
        var record = new ItemRecord { Id = item.Id, SiteKey = item.SiteKey, Kind = item.Kind, Key = item.Key, Title = item.Title, CreatedAt = now, UpdatedBy = person.Name };
        database.Items.Add(record);
        return record;
    }

    private Task<bool> IsTakenAsync(ItemRecord? record, ContentItem item, CancellationToken cancellation) =>
        Items.AnyAsync(i => i.SiteKey == item.SiteKey && i.Kind == item.Kind && i.Key == item.Key && i.Id != (record == null ? item.Id : record.Id), cancellation);

    private Task<bool> IsTakenAsync(ItemRecord record, string key, CancellationToken cancellation) =>
        Items.AnyAsync(i => i.SiteKey == record.SiteKey && i.Kind == record.Kind && i.Key == key && i.Id != record.Id, cancellation);

    /// <summary>The database has the last word on versions and addresses: two saves at the same moment cannot both win.</summary>
    private async Task<SaveResult> CommitAsync(ItemRecord record, CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
            log.Committed();
            return new SaveResult.Saved(record);
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return await FindAsync(record.Id, cancellation) is { } theirs ? new SaveResult.Conflict(theirs) : new SaveResult.Missing();
        }
        catch (DbUpdateException) when (record.Version == 1)
        {
            database.ChangeTracker.Clear();
            if (!await Items.AnyAsync(i => i.SiteKey == record.SiteKey && i.Kind == record.Kind && i.Key == record.Key, cancellation))
                throw;
            return new SaveResult.AddressTaken(record.Key);
        }
    }
}
