using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Media;
using SiteFactory.Cms.Publishing;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Delivery.Feed;

/// <summary>One file of the territory's public content.</summary>
/// <param name="Path">From the content folder's root.</param>
/// <param name="Text">UTF-8, for texts.</param>
/// <param name="Media">SHA-256 of the bytes, for media.</param>
/// <param name="Length">Bytes, for media.</param>
/// <param name="Gone">The file is no more; only told to who knew an earlier revision.</param>
public sealed record FeedFile(string Path, string? Text, string? Media, long? Length, bool? Gone);

/// <summary>Files of the territory at a revision.</summary>
/// <param name="Whole">All files; otherwise what changed since the revision that was named.</param>
public sealed record FeedAnswer(long Revision, bool Whole, IReadOnlyList<FeedFile> Files);

/// <summary>Tells the territory's public content as the files of a content folder, whole or since a revision.</summary>
public sealed class TerritoryFeed(IMediaFiles media) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ContentMirror _mirror = new(media);

    /// <summary>What a reader who knows that revision lacks; everything when it knows none or too old a one.</summary>
    public async Task<FeedAnswer> SinceAsync(CmsDbContext database, long? since, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await _mirror.RefreshAsync(database, cancellation);
            var changed = since is { } revision ? await ChangedAsync(database, revision, cancellation) : null;
            return changed is null ? Whole() : new(_mirror.Revision, false, [.. changed.Order(StringComparer.Ordinal).Select(File)]);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private FeedAnswer Whole()
    {
        var paths = _mirror.Files("").Concat(_mirror.Folders().SelectMany(_mirror.Files)).Order(StringComparer.Ordinal);
        return new(_mirror.Revision, true, [.. paths.Select(File)]);
    }

    private async Task<IReadOnlyCollection<string>?> ChangedAsync(CmsDbContext database, long since, CancellationToken cancellation)
    {
        if (since > _mirror.Revision || (since < _mirror.Revision && !await database.Outbox.AnyAsync(o => o.Id == since, cancellation)))
            return null;
        var entries = await database.Outbox.AsNoTracking().Where(o => o.Id > since && o.Id <= _mirror.Revision).Select(o => o.Paths).ToListAsync(cancellation);
        return entries.Contains("") ? null : [.. entries.SelectMany(p => p.Split('\n')).Distinct(StringComparer.Ordinal)];
    }

    private FeedFile File(string path)
    {
        if (_mirror.Find(path) is not { } identity)
            return new(path, null, null, null, true);
        if (_mirror.MediaHash(path) is { } hash)
            return new(path, null, hash, identity.Length, null);
        var buffer = new ContentBuffer();
        _mirror.Read(path, buffer);
        return new(path, System.Text.Encoding.UTF8.GetString(buffer.Bytes), null, null, null);
    }
}
