using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Media;
using SiteFactory.Cms.Publishing;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.FolderFormat.Writing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Import;

/// <summary>
/// Writes the database as a content folder: what is live, and items that have a draft alone. Importing it elsewhere gives the same
/// content; a draft over something live, versions, people and the trash are the backup's.
/// </summary>
public sealed class FolderExport(CmsDbContext database, IMediaFiles media)
{
    /// <summary>What an export writes from.</summary>
    /// <param name="Snapshot">Null when the database holds no territory.</param>
    public sealed record Source(TerritorySnapshot? Snapshot, IReadOnlyDictionary<string, string> Data, IMediaStore Media);

    /// <summary>Reads the database at one moment.</summary>
    public async Task<Source> ReadAsync(CancellationToken cancellation)
    {
        var mirror = new ContentMirror(media);
        await mirror.RefreshAsync(database, cancellation);
        var zone = DateTimeZoneProviders.Tzdb[await database.Territories.AsNoTracking().Select(t => t.TimeZone).SingleOrDefaultAsync(cancellation) ?? "Europe/Paris"];
        var drafts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var item in database.Items.AsNoTracking().Where(i => i.LiveText == null && i.DraftText != null && i.DeletedAt == null).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (ItemProjection.Read(item, item.DraftText!, zone).Value is { } draft)
                drafts[FormatText.PathOf(draft)] = Encoding.UTF8.GetBytes(item.DraftText!);
        }
        var open = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).Select(s => s.Key).ToListAsync(cancellation);
        var data = await database.DataFiles.AsNoTracking().Where(f => f.SiteKey == null || open.Contains(f.SiteKey)).ToDictionaryAsync(f => f.Path, f => f.Text, StringComparer.Ordinal, cancellation);
        return new(FolderReader.Read(new FilesWithDrafts(mirror, drafts)).Snapshot, data, mirror);
    }

    /// <summary>Writes it.</summary>
    public static void Write(Source source, IContentSink sink)
    {
        if (source.Snapshot is not { } snapshot)
            return;
        // A data file is written as it came, and not a second time as the format would write it.
        foreach (var (path, text) in source.Data.OrderBy(f => f.Key, StringComparer.Ordinal))
            sink.WriteText(path, text);
        FolderWriter.Write(snapshot, new Others(sink, source.Data));
    }

    private sealed class Others(IContentSink sink, IReadOnlyDictionary<string, string> written) : IContentSink
    {
        public void WriteText(string path, string text)
        {
            if (!written.ContainsKey(path))
                sink.WriteText(path, text);
        }

        public void WriteMedia(string path, MediaItem media) => sink.WriteMedia(path, media);
    }

    private sealed class FilesWithDrafts(ContentMirror live, Dictionary<string, byte[]> drafts) : IContentFiles
    {
        public IEnumerable<string> Folders() => live.Folders();

        public IEnumerable<string> Files(string folder) =>
            live.Files(folder).Concat(folder.Length == 0 ? [] : drafts.Keys.Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal))).Distinct(StringComparer.Ordinal);

        public FileIdentity? Find(string path) => live.Find(path) ?? (drafts.TryGetValue(path, out var text) ? new(text.Length, 0) : null);

        public FileIdentity Read(string path, ContentBuffer buffer)
        {
            if (live.Find(path) is not null || !drafts.TryGetValue(path, out var text))
                return live.Read(path, buffer);
            text.CopyTo(buffer.Resize(text.Length));
            return new(text.Length, 0);
        }
    }
}
