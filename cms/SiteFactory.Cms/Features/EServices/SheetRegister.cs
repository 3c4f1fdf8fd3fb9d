using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Sheets;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>
/// Adds sheets to those that the territory keeps. They are the territory's and a request for a site cannot write them, so that this one
/// change has a transaction of its own: the State's words come in as they are, and nothing goes.
/// </summary>
public sealed class SheetRegister(IServiceScopeFactory scopes, CurrentPerson person, IPublicationSignal signal, IClock clock)
{
    /// <summary>Keeps the sheets; one that is kept already gets its newest text.</summary>
    /// <param name="title">For the journal.</param>
    /// <param name="siteKey">For whom, in the journal; null: the territory.</param>
    public async Task AddAsync(IReadOnlyCollection<Sheet> sheets, string title, string? siteKey, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var now = clock.GetCurrentInstant();
        var texts = sheets.ToDictionary(s => $"{SheetReferences.Folder}/{s.Id}.json", SheetJson.Write, StringComparer.Ordinal);
        var paths = texts.Keys.ToList();
        var kept = await database.DataFiles.Where(f => f.SiteKey == null && paths.Contains(f.Path)).ToDictionaryAsync(f => f.Path, StringComparer.Ordinal, cancellation);
        var changed = texts.Where(t => kept.GetValueOrDefault(t.Key)?.Text != t.Value).ToList();
        if (changed.Count == 0)
            return;
        foreach (var (path, text) in changed)
        {
            if (!kept.TryGetValue(path, out var record))
                database.DataFiles.Add(record = new() { Path = path, Text = "", UpdatedBy = person.Name });
            (record.Text, record.UpdatedAt, record.UpdatedBy) = (text, now, person.Name);
            record.Version++;
        }
        database.Outbox.Add(new() { At = now, Subject = title, PersonName = person.Name, Paths = string.Join('\n', changed.Select(c => c.Key)) });
        database.Audit.Add(new() { At = now, PersonId = person.Person?.Id, PersonName = person.Name, SiteKey = siteKey, Action = "sheet-added", Target = title });
        await database.SaveChangesAsync(cancellation);
        signal.Wake();
    }
}
