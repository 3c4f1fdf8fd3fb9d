using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Media;
using SiteFactory.Portal.Data;

namespace SiteFactory.Cms.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Missing">Media that the database names and the store no longer has.</param>
public sealed record BackupReport(int Media, ImmutableArray<string> Missing);

/// <summary>
/// Writes database and media into one file while the CMS goes on working. Media never change under their name, so that those which
/// the database names at one moment are the right ones at any later one.
/// </summary>
internal sealed class Backup(CmsDbContext database, PortalDbContext portal, IDatabaseDump dump, IMediaFiles media, IClock clock, IOptions<CmsOptions> options)
{
    /// <summary>The folder of media in the archive.</summary>
    public const string MediaFolder = "media/";

    /// <summary>Writes the file; it has its name once it is whole.</summary>
    public async Task<BackupReport> WriteAsync(string file, CancellationToken cancellation)
    {
        var temporary = file + ".tmp";
        try
        {
            BackupReport report;
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                    report = await WriteAsync(archive, cancellation);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, file, overwrite: true);
            return report;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<BackupReport> WriteAsync(ZipArchive archive, CancellationToken cancellation)
    {
        string[] migrations = [.. await database.Database.GetAppliedMigrationsAsync(cancellation), .. await portal.Database.GetAppliedMigrationsAsync(cancellation)];
        var card = new BackupCard(BackupCard.Current, options.Value.Database.ToString(), NodaTime.Text.InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()), migrations);
        await using (var entry = await archive.CreateEntry(BackupCard.Entry).OpenAsync(cancellation))
            await JsonSerializer.SerializeAsync(entry, card, cancellationToken: cancellation);
        var hashes = await dump.WriteAsync(archive, cancellation);
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var hash in hashes)
        {
            if (!await TryCopyAsync(archive, hash, cancellation))
                missing.Add(hash);
        }
        return new(hashes.Count - missing.Count, missing.ToImmutable());
    }

    private async Task<bool> TryCopyAsync(ZipArchive archive, string hash, CancellationToken cancellation)
    {
        Stream from;
        try
        {
            from = media.OpenRead(hash);
        }
        catch (IOException)
        {
            return false;
        }
        await using (from)
        {
            await using var entry = await archive.CreateEntry(MediaFolder + hash, CompressionLevel.NoCompression).OpenAsync(cancellation);
            await from.CopyToAsync(entry, cancellation);
        }
        return true;
    }
}
