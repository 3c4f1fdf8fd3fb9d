using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>Settings as they were read, and the version to name when they are saved.</summary>
public sealed record Versioned<T>(T Value, long Version);

/// <summary>What became of a save of settings.</summary>
/// <param name="Faults">Why it was refused.</param>
/// <param name="IsStale">Somebody saved since: nothing was written.</param>
public sealed record SettingsResult(ImmutableArray<Fault> Faults, bool IsStale = false)
{
    /// <summary>It is in the database.</summary>
    public bool IsSaved => !IsStale && Faults.IsEmpty;
}

/// <summary>Reads and writes the settings of the site that the request is about, and of the territory. Public at once.</summary>
public sealed class SettingsStore(CmsDbContext database, CurrentSite site, TerritoryTime time, ChangeLog log)
{
    /// <summary>The site's settings.</summary>
    public async Task<Versioned<Site>> SiteAsync(CancellationToken cancellation)
    {
        var record = await database.Sites.AsNoTracking().FirstAsync(s => s.Key == site.Key, cancellation);
        return new(FormatText.ReadSite(record.Key, record.Text).Value ?? throw new InvalidOperationException($"The settings of {record.Key} cannot be read."), record.Version);
    }

    /// <summary>The territory's settings.</summary>
    public async Task<Versioned<Territory>> TerritoryAsync(CancellationToken cancellation)
    {
        var record = await database.Territories.AsNoTracking().FirstAsync(t => t.Id == Data.Content.TerritoryRecord.OnlyId, cancellation);
        return new(FormatText.ReadTerritory(record.Text).Value ?? throw new InvalidOperationException("The territory's settings cannot be read."), record.Version);
    }

    /// <summary>Changes the site's settings.</summary>
    /// <param name="fromVersion">The version that the author started from.</param>
    /// <param name="action">For the journal.</param>
    public async Task<SettingsResult> SaveAsync(long fromVersion, string action, Func<Site, Site> change, CancellationToken cancellation)
    {
        var result = await ChangeAsync(fromVersion, action, change, cancellation);
        return result.IsSaved ? await CommitAsync(cancellation) : result;
    }

    /// <summary>Why a change of the site's settings would be refused; nothing is written.</summary>
    public async Task<ImmutableArray<Fault>> FaultsAsync(Func<Site, Site> change, CancellationToken cancellation)
    {
        var (before, _) = await SiteAsync(cancellation);
        return ErrorsIn(FormatText.ReadSite(before.Key, FormatText.WriteSite(change(before))).Faults);
    }

    /// <summary>The same as a part of what the caller commits and then tells with <see cref="ChangeLog.Committed"/>.</summary>
    /// <param name="fromVersion">The version that the author started from; null: whatever it is now.</param>
    /// <param name="action">For the journal; null: the caller writes there.</param>
    internal async Task<SettingsResult> ChangeAsync(long? fromVersion, string? action, Func<Site, Site> change, CancellationToken cancellation)
    {
        var record = await database.Sites.FirstAsync(s => s.Key == site.Key, cancellation);
        if ((fromVersion ?? record.Version) != record.Version || FormatText.ReadSite(record.Key, record.Text).Value is not { } before)
            return new([], IsStale: true);
        var text = FormatText.WriteSite(change(before));
        if (text == record.Text && action is null)
            return new([]);
        var read = FormatText.ReadSite(record.Key, text);
        if (!read.IsGood)
            return new(ErrorsIn(read.Faults));
        (record.Text, record.Name, record.Domain, record.UpdatedAt) = (text, read.Value!.Name, read.Value.Domain, time.Now);
        record.Version++;
        log.Announce(record.Key, record.Name, null, $"{record.Key}/site.yaml");
        if (action is not null)
            log.Journal(action, record.Key, record.Name);
        return new([]);
    }

    /// <summary>Changes the territory's settings.</summary>
    /// <param name="action">For the journal.</param>
    public async Task<SettingsResult> SaveAsync(long fromVersion, string action, Func<Territory, Territory> change, CancellationToken cancellation)
    {
        var record = await database.Territories.FirstAsync(t => t.Id == Data.Content.TerritoryRecord.OnlyId, cancellation);
        if (record.Version != fromVersion || FormatText.ReadTerritory(record.Text).Value is not { } before)
            return new([], IsStale: true);
        var text = FormatText.WriteTerritory(change(before));
        var read = FormatText.ReadTerritory(text);
        if (!read.IsGood)
            return new(ErrorsIn(read.Faults));
        (record.Text, record.Name, record.UpdatedAt) = (text, read.Value!.Name, time.Now);
        record.Version++;
        log.Announce(siteKey: null, record.Name, itemId: null, "territory.yaml");
        log.Journal(action, null, record.Name);
        return await CommitAsync(cancellation);
    }

    private static ImmutableArray<Fault> ErrorsIn(IEnumerable<Fault> faults) => [.. faults.Where(f => f.Severity == FaultSeverity.Error)];

    private async Task<SettingsResult> CommitAsync(CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return new([], IsStale: true);
        }
        log.Committed();
        return new([]);
    }
}
