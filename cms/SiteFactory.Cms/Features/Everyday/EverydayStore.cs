using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>A file as it was read.</summary>
/// <param name="UpdatedBy">Null: the site has no such file yet.</param>
/// <param name="Faults">What of its text could not be read; it goes with the next save.</param>
public sealed record EverydayState<T>(T Value, Instant UpdatedAt, string? UpdatedBy, ImmutableArray<Fault> Faults);

/// <summary>What became of a change.</summary>
public enum EverydayResult
{
    /// <summary>It is saved, and the public will see it.</summary>
    Saved,

    /// <summary>It says what was there already.</summary>
    Unchanged,

    /// <summary>What was to be changed is no longer as its author saw it: nothing was written.</summary>
    Stale,

    /// <summary>Its author may not publish: it waits for a webmaster, and the public sees nothing of it.</summary>
    Proposed,
}

/// <summary>
/// Reads and writes the files about everyday services of the site that the request is about. Each change is one transaction: the
/// file, its version, the journal, the outbox. Two people who change different entries of one file do not disturb each other. Whoever may
/// write and not publish changes nothing: what they save is kept as a proposal.
/// </summary>
public sealed class EverydayStore(CmsDbContext database, CurrentSite site, CurrentPerson person, TerritoryTime time, ChangeLog log, IClock clock)
{
    // A change of another entry at the very same moment: the change is made anew over it.
    private const int Tries = 5;

    /// <summary>The file; an empty one when the site has none.</summary>
    public async Task<EverydayState<T>> ReadAsync<T>(EverydayFile<T> file, CancellationToken cancellation)
        where T : class
    {
        var path = PathOf(file.Name);
        var record = await database.DataFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Path == path, cancellation);
        return record is null ? new(file.Empty, default, null, []) : Read(file, record);
    }

    /// <summary>Changes the file.</summary>
    /// <param name="subject">What is done, in a webmaster's words.</param>
    /// <param name="change">The new content from the one that is there; null: what was to be changed is no longer there.</param>
    /// <exception cref="InvalidOperationException">The new content cannot be read again: a form let a fault through.</exception>
    public async Task<EverydayResult> ChangeAsync<T>(EverydayFile<T> file, string subject, Func<T, T?> change, CancellationToken cancellation)
        where T : class
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await TryAsync(file, subject, change, cancellation);
            }
            catch (DbUpdateException) when (left > 1)
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The saves of a file, the newest first.</summary>
    public IQueryable<DataFileVersion> Versions(string name)
    {
        var path = PathOf(name);
        return database.DataFileVersions.AsNoTracking().Where(v => v.Path == path).OrderByDescending(v => v.Number);
    }

    /// <summary>Puts the file back as it was after that save. False when there is no such save, or somebody saves at this moment.</summary>
    public async Task<bool> RestoreAsync(string name, long number, string subject, CancellationToken cancellation)
    {
        var path = PathOf(name);
        var version = await Versions(name).FirstOrDefaultAsync(v => v.Number == number, cancellation);
        var record = await database.DataFiles.FirstOrDefaultAsync(f => f.Path == path, cancellation);
        return version is not null && record is not null && await TryWriteAsync(record, version.Text, subject, cancellation);
    }

    /// <summary>The file's text; empty when the site has none.</summary>
    public async Task<string> TextAsync(string name, CancellationToken cancellation)
    {
        var path = PathOf(name);
        return await database.DataFiles.AsNoTracking().Where(f => f.Path == path).Select(f => f.Text).FirstOrDefaultAsync(cancellation) ?? "";
    }

    /// <summary>Puts a text in the place of the file, with what the caller changed. False: somebody saves at this moment.</summary>
    public async Task<bool> PutAsync(string name, string text, string subject, CancellationToken cancellation)
    {
        var path = PathOf(name);
        var record = await database.DataFiles.FirstOrDefaultAsync(f => f.Path == path, cancellation);
        if (record is null)
            database.DataFiles.Add(record = new() { Path = path, SiteKey = site.Key, Text = "", UpdatedBy = person.Name });
        return await TryWriteAsync(record, text, subject, cancellation);
    }

    private string PathOf(string name) => $"{site.Key}/{name}";

    private static EverydayState<T> Read<T>(EverydayFile<T> file, DataFileRecord record)
        where T : class
    {
        var read = FormatText.ReadEveryday<T>(record.Path, record.Text);
        return new(read.Value ?? file.Empty, record.UpdatedAt, record.UpdatedBy, [.. read.Faults.Where(f => f.Severity == FaultSeverity.Error)]);
    }

    private async Task<EverydayResult> TryAsync<T>(EverydayFile<T> file, string subject, Func<T, T?> change, CancellationToken cancellation)
        where T : class
    {
        var path = PathOf(file.Name);
        var record = await database.DataFiles.FirstOrDefaultAsync(f => f.Path == path, cancellation);
        if (change(record is null ? file.Empty : Read(file, record).Value) is not { } changed)
            return EverydayResult.Stale;
        var text = file.Text(changed);
        var again = FormatText.ReadEveryday<T>(path, text);
        if (!again.IsGood)
            throw new InvalidOperationException($"{path}: {again.Faults[0].Message}");
        if (record?.Text == text)
            return EverydayResult.Unchanged;
        if (!person.Rights.Allow(site.Key, site.Record!.Kind, SiteRight.Publish))
            return await ProposeAsync(path, record?.Text ?? "", text, subject, cancellation);
        if (record is null)
            database.DataFiles.Add(record = new() { Path = path, SiteKey = site.Key, Text = "", UpdatedBy = person.Name });
        await WriteAsync(record, text, subject, cancellation);
        return EverydayResult.Saved;
    }

    private async Task<EverydayResult> ProposeAsync(string path, string before, string text, string subject, CancellationToken cancellation)
    {
        var me = person.Person!.Id;
        // The second of two clicks on one form.
        if (await database.DataFileProposals.AnyAsync(p => p.Path == path && p.Text == text && p.ProposedById == me && p.ReturnedAt == null, cancellation))
            return EverydayResult.Proposed;
        database.DataFileProposals.Add(new()
        {
            Id = Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()),
            SiteKey = site.Key,
            Path = path,
            Subject = subject,
            Before = before,
            Text = text,
            ProposedAt = time.Now,
            ProposedBy = person.Name,
            ProposedById = me,
        });
        log.Journal("everyday-proposed", site.Key, subject);
        await database.SaveChangesAsync(cancellation);
        return EverydayResult.Proposed;
    }

    private async Task<bool> TryWriteAsync(DataFileRecord record, string text, string subject, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(record, text, subject, cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task WriteAsync(DataFileRecord record, string text, string subject, CancellationToken cancellation)
    {
        await KeepFirstAsync(record, cancellation);
        (record.Text, record.UpdatedAt, record.UpdatedBy) = (text, time.Now, person.Name);
        record.Version++;
        Keep(record, subject);
        var name = record.Path[(site.Key.Length + 1)..];
        log.Announce(site.Key, EverydayFiles.LabelOf(name), null, record.Path);
        log.Journal(name.Replace(".yaml", "-saved", StringComparison.Ordinal), site.Key, subject);
        await database.SaveChangesAsync(cancellation);
        log.Committed();
    }

    /// <summary>What an import wrote is kept too, so that the first save can be taken back.</summary>
    private async Task KeepFirstAsync(DataFileRecord record, CancellationToken cancellation)
    {
        if (record.Version > 0 && !await database.DataFileVersions.AnyAsync(v => v.Path == record.Path && v.Number == record.Version, cancellation))
            Keep(record, EverydayTexts.T["VersionImported"]);
    }

    private void Keep(DataFileRecord record, string subject) => database.DataFileVersions.Add(new()
    {
        SiteKey = site.Key,
        Path = record.Path,
        Number = record.Version,
        Subject = subject,
        Text = record.Text,
        SavedAt = record.UpdatedAt,
        SavedBy = record.UpdatedBy,
    });
}
