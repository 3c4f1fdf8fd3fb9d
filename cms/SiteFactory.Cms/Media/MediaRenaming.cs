using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Media;

/// <summary>
/// Has everything of the site that shows a file name it anew: items with their drafts, what is in the trash, what people typed and did not save,
/// settings, lists and decisions about others' items. Adds to the transaction that the caller commits.
/// </summary>
public sealed class MediaRenaming(CmsDbContext database, ItemStore items, SettingsStore settings, CurrentSite site, TerritoryTime time, ChangeLog log)
{
    /// <summary>From one path to another.</summary>
    public async Task FollowAsync(string before, string path, CancellationToken cancellation)
    {
        await ItemsAsync(before, path, cancellation);
        foreach (var item in await items.Trash.Where(i => i.DraftText != null && i.DraftText.Contains(before)).ToListAsync(cancellation))
            item.DraftText = MediaNames.Replaced(item.DraftText!, before, path);
        foreach (var typed in await database.Autosaves.Where(a => a.Text.Contains(before)).ToListAsync(cancellation))
            typed.Text = MediaNames.Replaced(typed.Text, before, path);
        await ListsAsync(before, path, cancellation);
        await settings.ChangeAsync(fromVersion: null, action: null, own => FormatText.ReadSite(own.Key, MediaNames.Replaced(FormatText.WriteSite(own), before, path)).Value ?? own, cancellation);
    }

    private async Task ItemsAsync(string before, string path, CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var near = await items.Items.Where(i => (i.LiveText != null && i.LiveText.Contains(before)) || (i.DraftText != null && i.DraftText.Contains(before))).ToListAsync(cancellation);
        foreach (var item in near.Where(i => MediaNames.Stands(i.LiveText, before) || MediaNames.Stands(i.DraftText, before)))
            items.Rewrite(item, zone, time.Now, Renamed);

        ContentItem Renamed(ContentItem item) =>
            FormatText.ReadItem(ItemPlace.Of(item.SiteKey, item.Kind, item.Key), MediaNames.Replaced(FormatText.WriteItem(item, zone), before, path), zone).Value ?? item;
    }

    private async Task ListsAsync(string before, string path, CancellationToken cancellation)
    {
        foreach (var overlay in await database.Overlays.Where(o => o.Image == before).ToListAsync(cancellation))
        {
            overlay.Image = path;
            overlay.Version++;
            log.Announce(site.Key, path, overlay.ItemId, $"{site.Key}/overlays.yaml");
        }
        foreach (var file in await database.DataFiles.Where(f => f.SiteKey == site.Key && f.Text.Contains(before)).ToListAsync(cancellation))
        {
            file.Text = MediaNames.Replaced(file.Text, before, path);
            file.Version++;
            log.Announce(site.Key, path, null, file.Path);
        }
    }
}
