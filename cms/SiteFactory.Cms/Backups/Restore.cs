using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SiteFactory.Cms.Commands;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Media;
using SiteFactory.Portal.Data;

namespace SiteFactory.Cms.Backups;

/// <summary>Brings database and media back from a backup. The sites are then built anew from them.</summary>
internal sealed class Restore(CmsDbContext database, PortalDbContext portal, IDatabaseDump dump, IMediaFiles media, IOptions<CmsOptions> options)
{
    /// <summary>Replaces the database.</summary>
    /// <param name="force">Also one that holds a territory.</param>
    /// <returns>How many media files came back.</returns>
    public async Task<int> ReadAsync(string file, bool force, CancellationToken cancellation)
    {
        await using var archive = await ZipFile.OpenReadAsync(file, cancellation);
        var card = await CardAsync(archive, cancellation);
        if (!force && await dump.IsFilledAsync(cancellation))
            throw new CommandRefusedException(CommandTexts.Get("DatabaseFilled"));
        // Media first: a database whose pictures are missing would be worse than pictures that nothing names.
        var count = 0;
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith(Backup.MediaFolder, StringComparison.Ordinal)))
        {
            await using var stream = await entry.OpenAsync(cancellation);
            if (await media.AddAsync(stream, cancellation) != entry.Name)
                throw new InvalidDataException(CommandTexts.Format("BackupBroken", entry.FullName));
            count++;
        }
        await dump.ReadAsync(archive, card, cancellation);
        await database.Database.MigrateAsync(cancellation);
        await portal.Database.MigrateAsync(cancellation);
        await database.PublicationStates.ExecuteUpdateAsync(s => s.SetProperty(p => p.Code, (string?)null), cancellation);
        return count;
    }

    private async Task<BackupCard> CardAsync(ZipArchive archive, CancellationToken cancellation)
    {
        var entry = archive.GetEntry(BackupCard.Entry) ?? throw new CommandRefusedException(CommandTexts.Get("NotABackup"));
        await using var stream = await entry.OpenAsync(cancellation);
        var card = await JsonSerializer.DeserializeAsync<BackupCard>(stream, cancellationToken: cancellation);
        if (card is not { Format: BackupCard.Current })
            throw new CommandRefusedException(CommandTexts.Get("NotABackup"));
        if (card.Database != options.Value.Database.ToString())
            throw new CommandRefusedException(CommandTexts.Format("OtherDatabase", card.Database, options.Value.Database));
        if (card.Migrations.Except(database.Database.GetMigrations().Concat(portal.Database.GetMigrations()), StringComparer.Ordinal).Any())
            throw new CommandRefusedException(CommandTexts.Get("NewerBackup"));
        return card;
    }
}
