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
public sealed partial class ItemStore(CmsDbContext database, TerritoryTime time, CurrentPerson person, CurrentSite site, ChangeLog log, DocumentLaw law, TownHallHours hall)
{
    /// <summary>Items that are not in the trash.</summary>
    public IQueryable<ItemRecord> Items => database.Items.Where(i => i.DeletedAt == null);

    /// <summary>Items in the trash.</summary>
    public IQueryable<ItemRecord> Trash => database.Items.Where(i => i.DeletedAt != null);

    /// <summary>The item; null when the site has none with this id, or it is in the trash.</summary>
    public Task<ItemRecord?> FindAsync(Guid id, CancellationToken cancellation) =>
        Items.FirstOrDefaultAsync(i => i.Id == id, cancellation);

    /// <summary>
    /// Saves a draft: a new item when the id is unknown. What is live stays. Who may not publish takes a draft that was to go live by itself back to review:
    /// nobody has read what they wrote.
    /// </summary>
    /// <param name="fromVersion">The version that the author started from; 0 for a new item.</param>
    public Task<SaveResult> SaveDraftAsync(ContentItem item, long fromVersion, CancellationToken cancellation) =>
        SaveAsync(item, fromVersion, VersionKind.Draft, null, cancellation);

    /// <summary>Saves a draft and hands it to whoever may publish. It no longer goes live by itself: nobody has read it yet.</summary>
    /// <param name="note">What they should know; null: nothing.</param>
    public Task<SaveResult> SubmitDraftAsync(ContentItem item, long fromVersion, string? note, CancellationToken cancellation) =>
        SaveAsync(item, fromVersion, VersionKind.Draft, record => (record.DraftGoesLiveAt, record.InReview, record.ReviewNote) = (null, true, note), cancellation);

    /// <summary>Saves a draft that replaces what is live at that moment. Who publishes then is the system.</summary>
    public Task<SaveResult> ScheduleDraftAsync(ContentItem item, long fromVersion, Instant goesLiveAt, CancellationToken cancellation) =>
        SaveAsync(item, fromVersion, VersionKind.Draft, record => (record.DraftGoesLiveAt, record.InReview, record.ReviewNote) = (goesLiveAt, false, null), cancellation);

    /// <summary>Saves and shows it to the public, now or at the item's own <c>publishAt</c>.</summary>
    public Task<SaveResult> PublishAsync(ContentItem item, long fromVersion, CancellationToken cancellation) =>
        SaveAsync(item, fromVersion, VersionKind.Published, null, cancellation);

    /// <summary>Publishes the draft as it was saved.</summary>
    public async Task<SaveResult> PublishDraftAsync(Guid id, long fromVersion, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } record)
            return new SaveResult.Missing();
        return await PublishAsync(ItemProjection.Current(record, await time.ZoneAsync(cancellation)), fromVersion, cancellation);
    }

    /// <summary>The saves of an item, the newest first.</summary>
    public IQueryable<ItemVersion> Versions(Guid id) =>
        database.ItemVersions.AsNoTracking().Where(v => v.ItemId == id).OrderByDescending(v => v.Number).ThenByDescending(v => v.Id);

    /// <summary>Keeps a text that was not saved beside the versions, so that it can be looked at and restored.</summary>
    public async Task SetAsideAsync(ItemRecord record, ContentItem item, CancellationToken cancellation)
    {
        var now = time.Now;
        database.ItemVersions.Add(new()
        {
            ItemId = record.Id,
            SiteKey = record.SiteKey,
            Number = record.Version,
            Title = item.Title,
            Text = FormatText.WriteItem(item with { UpdatedAt = now, Source = null }, await time.ZoneAsync(cancellation)),
            SavedAt = now,
            SavedBy = person.Name,
            Kind = VersionKind.SetAside,
        });
        await database.SaveChangesAsync(cancellation);
    }

    private async Task<SaveResult> SaveAsync(ContentItem given, long fromVersion, VersionKind kind, Action<ItemRecord>? also, CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var now = time.Now;
        var record = await FindAsync(given.Id, cancellation);
        if (record is null && fromVersion > 0)
            return new SaveResult.Missing();
        if (record is not null && record.Version != fromVersion)
            return new SaveResult.Conflict(record);
        var live = record is null ? null : ItemProjection.Live(record, zone);
        var item = given with { UpdatedAt = now, Status = kind == VersionKind.Published ? PublicationStatus.Published : PublicationStatus.Draft, Source = null };
        if (kind == VersionKind.Published)
        {
            item = DocumentLaw.Posted(OldAddress.Kept(item, live), live, now, zone);
            if (await law.RefusalAsync(live, item, cancellation) is { } reason)
                return new SaveResult.Forbidden(reason);
        }
        var text = FormatText.WriteItem(item, zone);
        var read = FormatText.ReadItem(ItemPlace.Of(item.SiteKey, item.Kind, item.Key), text, zone);
        if (!read.IsGood)
            return new SaveResult.Refused(read.Faults);
        if (await IsTakenAsync(item, kind == VersionKind.Published, cancellation))
            return new SaveResult.AddressTaken(item.Key);
        record ??= Add(item, now);
        ItemProjection.Describe(record, item, zone, now);
        log.Touch(record, now);
        if (kind == VersionKind.Published)
        {
            Publish(record, item, text);
            await hall.FollowAsync(live, item, cancellation);
        }
        else
        {
            record.DraftText = text;
            if (record.DraftGoesLiveAt is not null && !MayPublish)
                (record.DraftGoesLiveAt, record.InReview) = (null, true);
        }
        also?.Invoke(record);
        log.Keep(record, text, kind);
        log.Journal(ActionOf(record, kind), record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
    }

    private bool MayPublish => site.Record is { } here && person.Rights.Allow(here.Key, here.Kind, SiteRight.Publish);

    private static string ActionOf(ItemRecord record, VersionKind kind) => record switch
    {
        _ when kind == VersionKind.Published => "item-published",
        { InReview: true } => "item-submitted",
        { DraftGoesLiveAt: not null } => "item-scheduled",
        _ => "item-saved",
    };

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

    private static void ClearDraft(ItemRecord record)
    {
        record.DraftText = null;
        record.DraftGoesLiveAt = null;
        record.InReview = false;
        record.ReviewNote = null;
    }

    private ItemRecord Add(ContentItem item, Instant now)
    {
        var record = new ItemRecord { Id = item.Id, SiteKey = item.SiteKey, Kind = item.Kind, Key = item.Key, Title = item.Title, CreatedAt = now, UpdatedBy = person.Name };
        database.Items.Add(record);
        return record;
    }

    /// <summary>An address is taken by another item's draft, and by what another one still shows under it.</summary>
    private Task<bool> IsTakenAsync(ContentItem item, bool published, CancellationToken cancellation)
    {
        var path = published ? FormatText.PathOf(item) : null;
        return Items.AnyAsync(i => i.SiteKey == item.SiteKey && i.Kind == item.Kind && i.Id != item.Id && (i.Key == item.Key || (path != null && i.LivePath == path)), cancellation);
    }

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
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (await Items.AnyAsync(i => i.SiteKey == record.SiteKey && i.Kind == record.Kind && i.Key == record.Key && i.Id != record.Id, cancellation))
                return new SaveResult.AddressTaken(record.Key);
            // The same new item twice: the second of two clicks on one form.
            if (await FindAsync(record.Id, cancellation) is { } first && first.Version >= record.Version)
                return new SaveResult.Conflict(first);
            throw;
        }
    }
}
