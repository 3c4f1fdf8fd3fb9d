using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Media;

/// <summary>A place that shows a file.</summary>
/// <param name="Address">Where it is edited; null: on another site.</param>
public sealed record MediaUse(string Label, string? Address);

/// <summary>Finds where files of the library are shown.</summary>
public sealed class MediaUses(CmsDbContext database, TerritoryReading territory)
{
    /// <summary>Items, settings and decisions of this site, and public items of others.</summary>
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaRecord file, CancellationToken cancellation)
    {
        var items = await database.Items.AsNoTracking().Where(i => i.DeletedAt == null && ((i.LiveText != null && i.LiveText.Contains(file.Path)) || (i.DraftText != null && i.DraftText.Contains(file.Path)))).ToListAsync(cancellation);
        var uses = items.Where(i => MediaNames.Stands(i.LiveText, file.Path) || MediaNames.Stands(i.DraftText, file.Path)).Select(i => new MediaUse(i.Title, ItemAddresses.Edit(i))).ToList();
        var site = await database.Sites.AsNoTracking().FirstAsync(s => s.Key == file.SiteKey, cancellation);
        if (MediaNames.Stands(site.Text, file.Path))
            uses.Add(new(site.Name, $"/s/{site.Key}/reglages"));
        if (await database.DataFiles.AsNoTracking().Where(f => f.SiteKey == file.SiteKey && f.Text.Contains(file.Path)).Select(f => f.Text).ToListAsync(cancellation) is { Count: > 0 } lists && lists.Exists(t => MediaNames.Stands(t, file.Path)))
            uses.Add(new(site.Name, $"/s/{site.Key}/"));
        if (await database.Overlays.AnyAsync(o => o.Image == file.Path, cancellation))
            uses.Add(new(site.Name, $"/s/{site.Key}/partage"));
        uses.AddRange(await ElsewhereAsync($"{file.SiteKey}/{file.Path}", file.SiteKey, cancellation));
        return uses;
    }

    /// <summary>The paths of this site's files that nothing of the site shows.</summary>
    public async Task<HashSet<string>> UnusedAsync(IReadOnlyCollection<MediaRecord> files, CancellationToken cancellation)
    {
        var texts = await database.Items.AsNoTracking().Where(i => i.DeletedAt == null).Select(i => new { i.LiveText, i.DraftText }).ToListAsync(cancellation);
        var all = texts.SelectMany(t => new[] { t.LiveText, t.DraftText }).OfType<string>().Where(t => t.Contains("media/", StringComparison.Ordinal)).ToList();
        if (files.FirstOrDefault() is { } first)
            all.Add(await database.Sites.AsNoTracking().Where(s => s.Key == first.SiteKey).Select(s => s.Text).FirstAsync(cancellation));
        all.AddRange((await database.Overlays.AsNoTracking().Select(o => o.Image).ToListAsync(cancellation)).OfType<string>());
        return [.. files.Where(f => !all.Exists(t => MediaNames.Stands(t, f.Path))).Select(f => f.Path)];
    }

    private async Task<IEnumerable<MediaUse>> ElsewhereAsync(string path, string owner, CancellationToken cancellation)
    {
        var now = await territory.NowAsync(cancellation);
        return (now.Snapshot?.Sites.Values ?? []).Where(s => s.Site.Key != owner)
            .SelectMany(s => s.Items.Where(i => i.Image == path || MediaNames.Stands(i.Body, path)).Select(i => new MediaUse($"{i.Title} – {s.Site.Name}", null)));
    }
}
