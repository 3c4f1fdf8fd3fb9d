using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Media;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Publishing;

/// <summary>
/// The public content of the database as a content folder in memory: what the generator, previews and exports read. It follows
/// the outbox, revision by revision.
/// </summary>
public sealed class ContentMirror(IMediaFiles media) : IContentFiles, IMediaStore
{
    private readonly ConcurrentDictionary<string, MirrorFile> _files = new(StringComparer.Ordinal);
    private long _stamp;

    /// <summary>The outbox entry up to which the mirror is true; 0 before it was filled.</summary>
    public long Revision { get; private set; }

    /// <summary>Fills the mirror when it is empty, and otherwise brings it up to the newest revision.</summary>
    /// <returns>The paths that changed; null when it was filled anew.</returns>
    public async Task<IReadOnlyCollection<string>?> RefreshAsync(CmsDbContext database, CancellationToken cancellation)
    {
        if (Revision == 0)
        {
            await FillAsync(database, cancellation);
            return null;
        }
        var entries = await database.Outbox.AsNoTracking().Where(o => o.Id > Revision).OrderBy(o => o.Id).ToListAsync(cancellation);
        if (entries.Exists(e => e.Paths.Length == 0))
        {
            await FillAsync(database, cancellation);
            return null;
        }
        var paths = entries.SelectMany(e => e.Paths.Split('\n')).Distinct(StringComparer.Ordinal).ToList();
        foreach (var site in paths.GroupBy(p => p.Split('/')[0], StringComparer.Ordinal))
            await RereadAsync(database, site.Key, site, cancellation);
        if (entries.Count > 0)
            Revision = entries[^1].Id;
        return paths;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Folders() =>
        _files.Keys.Where(p => p.Contains('/', StringComparison.Ordinal)).Select(p => p[..p.IndexOf('/', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> Files(string folder) => folder.Length == 0
        ? _files.Keys.Where(p => !p.Contains('/', StringComparison.Ordinal))
        : _files.Keys.Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <inheritdoc/>
    public FileIdentity? Find(string path) => _files.TryGetValue(path, out var file) ? file.Identity : null;

    /// <inheritdoc/>
    public FileIdentity Read(string path, ContentBuffer buffer)
    {
        if (!_files.TryGetValue(path, out var file))
            throw new FileNotFoundException(path);
        if (file.Text is { } text)
        {
            text.CopyTo(buffer.Resize(text.Length));
            return file.Identity;
        }
        using var stream = media.OpenRead(file.MediaHash!);
        stream.ReadExactly(buffer.Resize(checked((int)stream.Length)));
        return file.Identity;
    }

    /// <inheritdoc/>
    public Stream OpenRead(MediaItem item) => media.OpenRead(HashOf(item));

    /// <inheritdoc/>
    public string? LocalPath(MediaItem item) => media.LocalPath(HashOf(item));

    /// <summary>Under which hash the media store has the file; null for texts and for what is not there.</summary>
    public string? MediaHash(string path) => _files.TryGetValue(path, out var file) ? file.MediaHash : null;

    /// <summary>The name of a media file in the media store. Throws <see cref="IOException"/> when the public content lacks it.</summary>
    public string HashOf(MediaItem item) =>
        MediaHash($"{item.SiteKey}/{item.Path}") is { } hash
            ? hash
            : throw new FileNotFoundException($"{item.SiteKey}/{item.Path}");

    private async Task FillAsync(CmsDbContext database, CancellationToken cancellation)
    {
        // One snapshot of the database: what is committed meanwhile has a greater revision and comes with the next refresh.
        await using var transaction = await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var revision = await database.Outbox.MaxAsync(o => (long?)o.Id, cancellation) ?? 0;
        var before = _files.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var file in await TopFilesAsync(database, cancellation))
            Put(file.Path, file.Text, before);
        var sites = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).ToListAsync(cancellation);
        foreach (var site in sites)
            await FillSiteAsync(database, site, before, cancellation);
        foreach (var gone in before)
            _files.TryRemove(gone, out _);
        Revision = revision;
    }

    private async Task FillSiteAsync(CmsDbContext database, SiteRecord site, HashSet<string> before, CancellationToken cancellation)
    {
        Put($"{site.Key}/site.yaml", site.Text, before);
        await foreach (var item in database.Items.AsNoTracking().Where(i => i.SiteKey == site.Key && i.LivePath != null && i.DeletedAt == null).Select(i => new { i.LivePath, i.LiveText }).AsAsyncEnumerable().WithCancellation(cancellation))
            Put(item.LivePath!, item.LiveText!, before);
        await ListsAsync(database, site.Key, before, cancellation);
        foreach (var file in await database.DataFiles.AsNoTracking().Where(f => f.SiteKey == site.Key).ToListAsync(cancellation))
            Put(file.Path, file.Text, before);
    }

    private static async Task<List<(string Path, string Text)>> TopFilesAsync(CmsDbContext database, CancellationToken cancellation)
    {
        var rows = await database.DataFiles.AsNoTracking().Where(f => f.SiteKey == null).Select(f => new { f.Path, f.Text }).ToListAsync(cancellation);
        var files = rows.ConvertAll(f => (f.Path, f.Text));
        if (await database.Territories.AsNoTracking().SingleOrDefaultAsync(cancellation) is { } territory)
            files.Add(("territory.yaml", territory.Text));
        return files;
    }

    private async Task ListsAsync(CmsDbContext database, string site, HashSet<string> before, CancellationToken cancellation)
    {
        var overlays = await database.Overlays.AsNoTracking().Where(o => o.SiteKey == site).OrderBy(o => o.ItemId).ToListAsync(cancellation);
        if (overlays.Count > 0)
            Put($"{site}/overlays.yaml", FormatText.WriteOverlays([.. overlays.Select(o => new Overlay(o.ItemId, o.Decision, o.Pinned, o.Title, o.Image, o.Note))]), before);
        var library = await database.Media.AsNoTracking().Where(m => m.SiteKey == site && m.DeletedAt == null).OrderBy(m => m.Path).ToListAsync(cancellation);
        foreach (var file in library)
            Put($"{site}/{file.Path}", new MirrorFile(null, file.ContentHash, new(file.Length, StampOf(file.ContentHash))), before);
        if (FormatText.WriteMedia([.. library.OrderBy(m => m.Path, StringComparer.Ordinal).Select(MediaRecords.Item)]) is { Length: > 0 } descriptions)
            Put($"{site}/media/media.yaml", descriptions, before);
    }

    private async Task RereadAsync(CmsDbContext database, string site, IEnumerable<string> paths, CancellationToken cancellation)
    {
        var all = paths.ToHashSet(StringComparer.Ordinal);
        if (!site.Contains('.', StringComparison.Ordinal))
        {
            await RereadSiteAsync(database, site, all, cancellation);
            return;
        }
        foreach (var file in await TopFilesAsync(database, cancellation))
            Put(file.Path, file.Text, all);
    }

    private async Task RereadSiteAsync(CmsDbContext database, string site, HashSet<string> paths, CancellationToken cancellation)
    {
        var gone = paths.ToHashSet(StringComparer.Ordinal);
        var items = await database.Items.AsNoTracking().Where(i => i.SiteKey == site && i.LivePath != null && i.DeletedAt == null && paths.Contains(i.LivePath)).ToListAsync(cancellation);
        foreach (var item in items)
            Put(item.LivePath!, item.LiveText!, gone);
        if (paths.Contains($"{site}/site.yaml") && await database.Sites.AsNoTracking().FirstOrDefaultAsync(s => s.Key == site && s.ClosedAt == null, cancellation) is { } record)
            Put($"{site}/site.yaml", record.Text, gone);
        if (paths.Any(p => p.StartsWith($"{site}/media/", StringComparison.Ordinal) || p == $"{site}/overlays.yaml"))
            await ListsAsync(database, site, gone, cancellation);
        foreach (var file in await database.DataFiles.AsNoTracking().Where(f => paths.Contains(f.Path)).ToListAsync(cancellation))
            Put(file.Path, file.Text, gone);
        foreach (var path in gone)
            _files.TryRemove(path, out _);
    }

    private void Put(string path, string text, HashSet<string> before)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        before.Remove(path);
        if (_files.TryGetValue(path, out var known) && known.Text is { } same && same.AsSpan().SequenceEqual(bytes))
            return;
        _files[path] = new(bytes, null, new(bytes.Length, Interlocked.Increment(ref _stamp)));
    }

    private void Put(string path, MirrorFile file, HashSet<string> before)
    {
        before.Remove(path);
        _files[path] = file;
    }

    private static long StampOf(string hash) => Convert.ToInt64(hash[..15], 16);

    private sealed record MirrorFile(byte[]? Text, string? MediaHash, FileIdentity Identity);
}
