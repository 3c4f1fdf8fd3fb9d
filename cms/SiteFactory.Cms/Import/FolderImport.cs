using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Media;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Import;

/// <summary>
/// Fills the database from a content folder. Importing the same folder twice changes nothing; what was edited, deleted or closed
/// here since the last import stays, unless the folder's version is newer or the import is told to overwrite. What the folder does
/// not hold stays too: nothing is ever removed by an import.
/// </summary>
public sealed class FolderImport(CmsDbContext database, IMediaFiles media, IClock clock, IPublicationSignal signal)
{
    /// <summary>Imports everything in one transaction: when it fails, nothing was imported.</summary>
    /// <param name="progress">Is told the name of each site.</param>
    public async Task<ImportReport> RunAsync(IContentFiles files, IMediaStore bytes, bool overwrite, CancellationToken cancellation, IProgress<string>? progress = null)
    {
        var loaded = FolderReader.Read(files);
        if (loaded.Snapshot is not { } snapshot)
            return new(0, 0, 0, [], 0, loaded.Faults);
        var run = new ImportRun(clock.GetCurrentInstant(), DateTimeZoneProviders.Tzdb[snapshot.Territory.TimeZone], overwrite);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await TerritoryAsync(snapshot.Territory, run, cancellation);
        foreach (var site in snapshot.Sites.Values)
        {
            progress?.Report(site.Site.Name);
            await SiteAsync(site, bytes, run, cancellation);
        }
        await DataFilesAsync(files, run, cancellation);
        if (run.ChangedAnything)
            database.Outbox.Add(new OutboxEntry { At = run.Now, Subject = ImportRun.Author, PersonName = ImportRun.Author, Paths = "" });
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        signal.Wake();
        return new(snapshot.Sites.Count, run.Written, run.Unchanged, run.Kept, run.Media, loaded.Faults);
    }

    private async Task TerritoryAsync(Territory territory, ImportRun run, CancellationToken cancellation)
    {
        var text = FormatText.WriteTerritory(territory);
        var record = await database.Territories.SingleOrDefaultAsync(cancellation);
        if (record is not null && (record.Text == text || !run.MayWrite("territory.yaml", (record.Version, record.ImportedVersion))))
            return;
        if (record is null)
            database.Territories.Add(record = new() { Name = territory.Name, TimeZone = territory.TimeZone, Text = text });
        (record.Name, record.TimeZone, record.Text, record.UpdatedAt) = (territory.Name, territory.TimeZone, text, run.Now);
        record.Version++;
        record.ImportedVersion = record.Version;
        run.Written++;
    }

    private async Task SiteAsync(SiteContent content, IMediaStore bytes, ImportRun run, CancellationToken cancellation)
    {
        await SettingsAsync(content.Site, run, cancellation);
        await new ItemImport(database, run).RunAsync(content, cancellation);
        var library = new LibraryImport(database, media, run);
        await library.OverlaysAsync(content, cancellation);
        await library.MediaAsync(content, bytes, cancellation);
        await database.SaveChangesAsync(cancellation);
        database.ChangeTracker.Clear();
    }

    private async Task SettingsAsync(Site site, ImportRun run, CancellationToken cancellation)
    {
        var text = FormatText.WriteSite(site);
        var record = await database.Sites.FindAsync([site.Key], cancellation);
        if (record is not null && ((record.Text == text && record.ClosedAt is null) || !run.MayWrite($"{site.Key}/site.yaml", (record.Version, record.ImportedVersion))))
            return;
        if (record is null)
            database.Sites.Add(record = new() { Key = site.Key, Name = site.Name, Domain = site.Domain, Text = text });
        (record.Kind, record.Name, record.Domain, record.Text, record.UpdatedAt, record.ClosedAt) = (site.Kind, site.Name, site.Domain, text, run.Now, null);
        record.Version++;
        record.ImportedVersion = record.Version;
        run.Written++;
    }

    private async Task DataFilesAsync(IContentFiles files, ImportRun run, CancellationToken cancellation)
    {
        var known = await database.DataFiles.ToDictionaryAsync(f => f.Path, StringComparer.Ordinal, cancellation);
        foreach (var (path, site) in DataFiles.In(files))
        {
            var text = DataFiles.Text(files, path);
            var record = known.GetValueOrDefault(path);
            if (record is not null && (record.Text == text || !run.MayWrite(path, (record.Version, record.ImportedVersion))))
                continue;
            if (record is null)
                database.DataFiles.Add(record = new() { Path = path, SiteKey = site, Text = text, UpdatedBy = ImportRun.Author });
            (record.Text, record.UpdatedAt, record.UpdatedBy) = (text, run.Now, ImportRun.Author);
            record.Version++;
            record.ImportedVersion = record.Version;
            run.Written++;
        }
    }
}
