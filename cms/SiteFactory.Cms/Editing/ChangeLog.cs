using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Audit;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Editing;

/// <summary>What a write leaves behind in its own transaction: version, journal, outbox. After the commit it wakes the publisher.</summary>
public sealed class ChangeLog(CmsDbContext database, IClock clock, CurrentPerson person, IPublicationSignal signal)
{
    private bool _announced;

    /// <summary>A new version by this person, now.</summary>
    public void Touch(ItemRecord record, Instant now)
    {
        record.Version++;
        record.UpdatedAt = now;
        record.UpdatedBy = person.Name;
    }

    /// <summary>Keeps the text as a version; what its author had typed without saving is no longer needed.</summary>
    public void Keep(ItemRecord record, string text, VersionKind kind)
    {
        database.ItemVersions.Add(new()
        {
            ItemId = record.Id,
            SiteKey = record.SiteKey,
            Number = record.Version,
            Title = record.Title,
            Text = text,
            SavedAt = record.UpdatedAt,
            SavedBy = person.Name,
            Kind = kind,
        });
        if (kind is VersionKind.Draft or VersionKind.Published && person.Person is { } author && database.Autosaves.FirstOrDefault(a => a.ItemId == record.Id && a.PersonId == author.Id) is { } typed)
            database.Autosaves.Remove(typed);
    }

    /// <summary>Writes into the journal.</summary>
    /// <param name="action">Stable, kebab-case.</param>
    public void Journal(string action, string? siteKey, string target, Guid? itemId = null) => database.Audit.Add(new AuditEntry
    {
        At = clock.GetCurrentInstant(),
        PersonId = person.Person?.Id,
        PersonName = person.Name,
        SiteKey = siteKey,
        Action = action,
        Target = target,
        ItemId = itemId,
    });

    /// <summary>Tells the publisher which paths of the content folder changed.</summary>
    public void Announce(ItemRecord record, params string?[] paths) => Announce(record.SiteKey, record.Title, record.Id, paths);

    /// <summary>Tells the publisher which paths of the content folder changed.</summary>
    public void Announce(string? siteKey, string subject, Guid? itemId, params string?[] paths)
    {
        database.Outbox.Add(new OutboxEntry
        {
            At = clock.GetCurrentInstant(),
            SiteKey = siteKey,
            ItemId = itemId,
            Subject = subject,
            PersonName = person.Name,
            Paths = string.Join('\n', paths.OfType<string>().Distinct(StringComparer.Ordinal)),
        });
        _announced = true;
    }

    /// <summary>To be called once the transaction is committed.</summary>
    public void Committed()
    {
        if (_announced)
            signal.Wake();
        _announced = false;
    }
}

/// <summary>Wakes whoever builds; a signal that is lost costs time, never a publication, since the outbox is read anyway.</summary>
public interface IPublicationSignal
{
    /// <summary>There is something in the outbox.</summary>
    void Wake();
}
