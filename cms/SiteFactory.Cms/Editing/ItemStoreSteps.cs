using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>Steps of an item's life that change no word of it.</summary>
public sealed partial class ItemStore
{
    /// <summary>Takes the item off the public site; its text becomes the draft.</summary>
    /// <param name="leadTo">A live item that its addresses lead to from now on; null: nowhere.</param>
    public async Task<SaveResult> WithdrawAsync(Guid id, long fromVersion, CancellationToken cancellation, Guid? leadTo = null)
    {
        var redirect = await RedirectAsync(id, leadTo, cancellation);
        return await ChangeAsync(id, fromVersion, "item-withdrawn", takesOffline: true, (record, now) =>
        {
            redirect(record, now);
            record.DraftText ??= record.LiveText;
            log.Keep(record, record.CurrentText, VersionKind.Withdrawn);
            TakeOffline(record);
        }, cancellation);
    }

    /// <summary>Puts the item into the trash and takes it off the public site.</summary>
    /// <param name="leadTo">A live item that its addresses lead to from now on; null: nowhere.</param>
    public async Task<SaveResult> DeleteAsync(Guid id, long fromVersion, CancellationToken cancellation, Guid? leadTo = null)
    {
        var redirect = await RedirectAsync(id, leadTo, cancellation);
        return await ChangeAsync(id, fromVersion, "item-deleted", takesOffline: true, (record, now) =>
        {
            redirect(record, now);
            record.DraftText ??= record.LiveText;
            TakeOffline(record);
            record.DeletedAt = now;
        }, cancellation);
    }

    /// <summary>What has another item take over the addresses of one that leaves.</summary>
    private async Task<Action<ItemRecord, Instant>> RedirectAsync(Guid leaving, Guid? leadTo, CancellationToken cancellation)
    {
        if (leadTo is not { } id || id == leaving || await FindAsync(id, cancellation) is not { LiveText: not null } target)
            return static (_, _) => { };
        var zone = await time.ZoneAsync(cancellation);
        return (record, now) =>
        {
            if (ItemProjection.Live(record, zone) is { } live && SiteAddresses.Of(live) is { } address)
                Rewrite(target, zone, now, item => item with { RedirectFrom = [.. item.RedirectFrom.Union(live.RedirectFrom.Append(address), StringComparer.Ordinal)] });
        };
    }

    /// <summary>Takes the item out of the trash, as a draft.</summary>
    public async Task<SaveResult> RestoreFromTrashAsync(Guid id, CancellationToken cancellation)
    {
        var record = await Trash.FirstOrDefaultAsync(i => i.Id == id, cancellation);
        if (record is null)
            return new SaveResult.Missing();
        if (await Items.AnyAsync(i => i.SiteKey == record.SiteKey && i.Kind == record.Kind && i.Key == record.Key && i.Id != record.Id, cancellation))
            return new SaveResult.AddressTaken(record.Key);
        record.DeletedAt = null;
        log.Touch(record, time.Now);
        log.Journal("item-restored", record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
    }

    /// <summary>Removes an item of the trash for good, with its versions and whatever belongs to it.</summary>
    public async Task<SaveResult> DeleteForeverAsync(Guid id, CancellationToken cancellation)
    {
        var record = await Trash.FirstOrDefaultAsync(i => i.Id == id, cancellation);
        if (record is null)
            return new SaveResult.Missing();
        database.ItemVersions.RemoveRange(await database.ItemVersions.Where(v => v.ItemId == id).ToListAsync(cancellation));
        database.Autosaves.RemoveRange(await database.Autosaves.Where(a => a.ItemId == id).ToListAsync(cancellation));
        database.PreviewLinks.RemoveRange(await database.PreviewLinks.Where(p => p.ItemId == id).ToListAsync(cancellation));
        database.Proposals.RemoveRange(await database.Proposals.Where(p => p.ItemId == id).ToListAsync(cancellation));
        database.Items.Remove(record);
        log.Journal("item-deleted-forever", record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
    }

    /// <summary>Hands the draft to whoever may publish.</summary>
    public Task<SaveResult> SubmitAsync(Guid id, long fromVersion, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "item-submitted", takesOffline: false, (record, _) => record.InReview = true, cancellation);

    /// <summary>Gives a submitted draft back to its author.</summary>
    /// <param name="note">What is to be changed; null: nothing is said.</param>
    public Task<SaveResult> ReturnAsync(Guid id, long fromVersion, string? note, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "item-returned", takesOffline: false, (record, _) => (record.InReview, record.ReviewNote) = (false, note), cancellation);

    /// <summary>The draft no longer goes live by itself.</summary>
    public Task<SaveResult> UnscheduleAsync(Guid id, long fromVersion, CancellationToken cancellation) =>
        ChangeAsync(id, fromVersion, "item-unscheduled", takesOffline: false, (record, _) => record.DraftGoesLiveAt = null, cancellation);

    /// <summary>Forgets the draft; what is live stays. Without anything live the item goes to the trash.</summary>
    public async Task<SaveResult> DropDraftAsync(Guid id, long fromVersion, CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        return await ChangeAsync(id, fromVersion, "draft-dropped", takesOffline: false, (record, now) =>
        {
            if (ItemProjection.Live(record, zone) is not { } live)
            {
                record.DeletedAt = now;
                return;
            }
            ClearDraft(record);
            ItemProjection.Describe(record, live, zone, now);
        }, cancellation);
    }

    /// <summary>Makes an old text the draft; what is live stays.</summary>
    /// <param name="versionId">The row of <see cref="ItemVersion"/>.</param>
    public async Task<SaveResult> RestoreVersionAsync(Guid id, long fromVersion, long versionId, CancellationToken cancellation)
    {
        var version = await Versions(id).FirstOrDefaultAsync(v => v.Id == versionId, cancellation);
        if (version is null)
            return new SaveResult.Missing();
        var zone = await time.ZoneAsync(cancellation);
        return await ChangeAsync(id, fromVersion, "version-restored", takesOffline: false, (record, now) =>
        {
            record.DraftText = version.Text;
            record.DraftGoesLiveAt = null;
            ItemProjection.Describe(record, ItemProjection.Current(record, zone), zone, now);
            log.Keep(record, version.Text, VersionKind.Restored);
        }, cancellation);
    }

    private async Task<SaveResult> ChangeAsync(Guid id, long fromVersion, string action, bool takesOffline, Action<ItemRecord, Instant> change, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } record)
            return new SaveResult.Missing();
        if (record.Version != fromVersion)
            return new SaveResult.Conflict(record);
        if (takesOffline && ItemProjection.Live(record, await time.ZoneAsync(cancellation)) is { } live && await law.RefusalAsync(live, null, cancellation) is { } reason)
            return new SaveResult.Forbidden(reason);
        var now = time.Now;
        log.Touch(record, now);
        change(record, now);
        log.Journal(action, record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
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
        record.InReview = false;
        record.ReviewNote = null;
    }

    /// <summary>
    /// Changes the item at once, in what is live and in the draft over it, when there is one: an event that is cancelled, a closure,
    /// an address. Adds to the transaction that the caller commits.
    /// </summary>
    internal void Rewrite(ItemRecord record, DateTimeZone zone, Instant now, Func<ContentItem, ContentItem> change)
    {
        var live = ItemProjection.Live(record, zone);
        var draft = record.DraftText is { } text ? ItemProjection.Read(record, text, zone).Value : null;
        var changedLive = live is null ? null : change(live) with { UpdatedAt = now, Source = null };
        var changedDraft = draft is null ? null : change(draft) with { UpdatedAt = now, Source = null };
        if ((changedDraft ?? changedLive) is not { } current)
            return;
        ItemProjection.Describe(record, current, zone, now);
        log.Touch(record, now);
        if (changedDraft is not null)
            record.DraftText = FormatText.WriteItem(changedDraft, zone);
        if (changedLive is not null)
            ReplaceLive(record, changedLive, zone);
        log.Keep(record, record.CurrentText, changedDraft is null ? VersionKind.Published : VersionKind.Draft);
    }

    private void ReplaceLive(ItemRecord record, ContentItem item, DateTimeZone zone)
    {
        var before = record.LivePath;
        record.LiveText = FormatText.WriteItem(item, zone);
        record.LivePath = FormatText.PathOf(item);
        log.Announce(record, before, record.LivePath);
    }

    /// <summary>Changes one item at once, live text and draft alike, in a transaction of its own.</summary>
    public async Task<SaveResult> ChangeAtOnceAsync(Guid id, long fromVersion, string action, Func<ContentItem, ContentItem> change, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } record)
            return new SaveResult.Missing();
        if (record.Version != fromVersion)
            return new SaveResult.Conflict(record);
        Rewrite(record, await time.ZoneAsync(cancellation), time.Now, change);
        log.Journal(action, record.SiteKey, record.Title, record.Id);
        return await CommitAsync(record, cancellation);
    }
}
