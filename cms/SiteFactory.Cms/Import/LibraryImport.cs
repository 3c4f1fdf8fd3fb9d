using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Media;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Import;

/// <summary>Imports one site's library, and what it decided about other sites' items.</summary>
internal sealed class LibraryImport(CmsDbContext database, IMediaFiles media, ImportRun run)
{
    /// <summary>Copies the files that are not here yet, and their descriptions.</summary>
    public async Task MediaAsync(SiteContent content, IMediaStore bytes, CancellationToken cancellation)
    {
        var all = await database.Media.Where(m => m.SiteKey == content.Site.Key).OrderBy(m => m.DeletedAt != null).ToListAsync(cancellation);
        var known = all.GroupBy(m => m.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var item in content.Media)
        {
            await using var stream = bytes.OpenRead(item);
            One(item, await media.AddAsync(stream, cancellation), known.GetValueOrDefault(item.Path));
        }
    }

    /// <summary>Writes the decisions that are new or changed.</summary>
    public async Task OverlaysAsync(SiteContent content, CancellationToken cancellation)
    {
        var known = await database.Overlays.Where(o => o.SiteKey == content.Site.Key).ToDictionaryAsync(o => o.ItemId, cancellation);
        foreach (var overlay in content.Overlays)
            One(content.Site.Key, overlay, known.GetValueOrDefault(overlay.Item));
    }

    private void One(MediaItem item, string hash, MediaRecord? record)
    {
        if (record is { DeletedAt: null } && record.ContentHash == hash && Same(MediaRecords.Item(record), item))
        {
            record.ImportedVersion ??= record.Version;
            run.Unchanged++;
            return;
        }
        if (record is not null && !run.MayWrite($"{item.SiteKey}/{item.Path}", (record.Version, record.ImportedVersion)))
            return;
        if (record is null)
            database.Media.Add(record = MediaRecords.New(item.SiteKey, item.Path, ImportRun.Author, run.Now, hash));
        else
            record.Version++;
        (record.ContentHash, record.DeletedAt, record.UpdatedAt, record.ImportedVersion) = (hash, null, run.Now, record.Version);
        MediaRecords.Describe(record, item);
        run.Media++;
    }

    private void One(string site, Overlay overlay, OverlayRecord? record)
    {
        if (record is not null && Item(record) == overlay)
        {
            record.ImportedVersion ??= record.Version;
            run.Unchanged++;
            return;
        }
        if (record is not null && !run.MayWrite($"{site}/overlays.yaml", (record.Version, record.ImportedVersion)))
            return;
        if (record is null)
            database.Overlays.Add(record = new() { SiteKey = site, ItemId = overlay.Item, UpdatedBy = ImportRun.Author });
        (record.Decision, record.Pinned, record.Title, record.Image, record.Note) = (overlay.Decision, overlay.Pinned, overlay.Title, overlay.Image, overlay.Note);
        (record.UpdatedAt, record.UpdatedBy) = (run.Now, ImportRun.Author);
        record.Version++;
        record.ImportedVersion = record.Version;
        run.Written++;
    }

    private static Overlay Item(OverlayRecord record) => new(record.ItemId, record.Decision, record.Pinned, record.Title, record.Image, record.Note);

    private static bool Same(MediaItem here, MediaItem there) =>
        here == there with { ContentFingerprint = here.ContentFingerprint };
}
