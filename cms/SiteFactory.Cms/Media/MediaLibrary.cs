using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Slugs;
using SiteFactory.Generator.Release;

namespace SiteFactory.Cms.Media;

/// <summary>Writes the library of the site that the request is about: each change with its journal line and its outbox entry.</summary>
public sealed class MediaLibrary(CmsDbContext database, IMediaFiles files, UploadCheck check, MediaRenaming renaming, ChangeLog log, CurrentSite site, CurrentPerson person, IClock clock)
{
    private const int LongestName = 80;

    /// <summary>Files that are not in the trash.</summary>
    public IQueryable<MediaRecord> Files => database.Media.Where(m => m.DeletedAt == null);

    /// <summary>Files in the trash.</summary>
    public IQueryable<MediaRecord> Trash => database.Media.Where(m => m.DeletedAt != null);

    /// <summary>Checks and keeps a file that was sent. Throws <see cref="UploadRefusedException"/>.</summary>
    /// <param name="name">What it was called; only its words are used.</param>
    public Task<MediaRecord> AddAsync(string name, Stream content, CancellationToken cancellation) =>
        WithCheckedAsync(content, only: null, async upload =>
        {
            var path = await FreePathAsync(name, upload.Extension, cancellation);
            var now = clock.GetCurrentInstant();
            var record = MediaRecords.New(site.Key, path, person.Name, now, await StoreAsync(upload, cancellation));
            Describe(record, upload, now);
            database.Media.Add(record);
            await SaveAsync(record, "media-added", cancellation, record.Path);
            return record;
        }, cancellation);

    /// <summary>Other bytes under the same name: every page that shows the file shows the new one. Throws <see cref="UploadRefusedException"/>.</summary>
    public Task<MediaRecord> ReplaceAsync(MediaRecord record, Stream content, CancellationToken cancellation) =>
        WithCheckedAsync(content, Ending(record.Path), async upload =>
        {
            record.ContentHash = await StoreAsync(upload, cancellation);
            Describe(record, upload, clock.GetCurrentInstant());
            await SaveAsync(record, "media-replaced", cancellation, record.Path);
            return record;
        }, cancellation);

    /// <summary>Saves what was said of the file.</summary>
    public Task DescribeAsync(MediaRecord record, CancellationToken cancellation) => SaveAsync(record, "media-described", cancellation);

    /// <summary>Gives the file another name, in everything of the site that shows it too. Throws <see cref="UploadRefusedException"/>.</summary>
    public async Task RenameAsync(MediaRecord record, string name, CancellationToken cancellation)
    {
        var slug = SlugOf(name);
        if (slug.Length == 0)
            throw new UploadRefusedException(MediaTexts.T["NameBad"]);
        var path = $"media/{slug}.{Ending(record.Path)}";
        if (path == record.Path)
            return;
        if (await Files.AnyAsync(m => m.Path == path, cancellation))
            throw new UploadRefusedException(MediaTexts.T["NameTaken"]);
        var before = record.Path;
        record.Path = path;
        await renaming.FollowAsync(before, path, cancellation);
        await SaveAsync(record, "media-renamed", cancellation, before, path);
    }

    /// <summary>Puts the file into the trash, or takes it out.</summary>
    public async Task SetDeletedAsync(MediaRecord record, bool deleted, CancellationToken cancellation)
    {
        if (!deleted && await Files.AnyAsync(m => m.Path == record.Path, cancellation))
            throw new UploadRefusedException(MediaTexts.T["NameTaken"]);
        record.DeletedAt = deleted ? clock.GetCurrentInstant() : null;
        await SaveAsync(record, deleted ? "media-deleted" : "media-restored", cancellation, record.Path);
    }

    private async Task<MediaRecord> WithCheckedAsync(Stream content, string? only, Func<CheckedUpload, Task<MediaRecord>> act, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("sitefactory-envoi-");
        try
        {
            var sent = Path.Combine(folder.FullName, "recu");
            await using (var file = File.Create(sent))
                await content.CopyToAsync(file, cancellation);
            return await act(await check.CheckAsync(sent, Path.Combine(folder.FullName, "propre"), only, cancellation));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> StoreAsync(CheckedUpload upload, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(upload.File);
        return await files.AddAsync(file, cancellation);
    }

    private static void Describe(MediaRecord record, CheckedUpload upload, Instant now)
    {
        record.ContentType = ContentTypes.Of(record.Path);
        (record.Length, record.Width, record.Height, record.UpdatedAt) = (upload.Length, upload.Width, upload.Height, now);
    }

    private async Task SaveAsync(MediaRecord record, string action, CancellationToken cancellation, params string[] paths)
    {
        record.UpdatedAt = clock.GetCurrentInstant();
        if (database.Entry(record).State != EntityState.Added)
            record.Version++;
        log.Journal(action, record.SiteKey, record.Path);
        log.Announce(record.SiteKey, record.Path, null, [.. paths.Select(p => $"{record.SiteKey}/{p}"), $"{record.SiteKey}/media/media.yaml"]);
        await database.SaveChangesAsync(cancellation);
        log.Committed();
    }

    private async Task<string> FreePathAsync(string name, string extension, CancellationToken cancellation)
    {
        var slug = SlugOf(name);
        var stem = slug.Length == 0 ? "fichier" : slug;
        for (var number = 1; ; number++)
        {
            var path = number == 1 ? $"media/{stem}.{extension}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"media/{stem}-{number}.{extension}");
            if (!await Files.AnyAsync(m => m.Path == path, cancellation))
                return path;
        }
    }

    private static string SlugOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = last.LastIndexOf('.');
        var slug = Slug.From(dot > 0 ? last[..dot] : last);
        return slug.Length > LongestName ? slug[..LongestName].TrimEnd('-') : slug;
    }

    private static string Ending(string path) => path[(path.LastIndexOf('.') + 1)..];
}
