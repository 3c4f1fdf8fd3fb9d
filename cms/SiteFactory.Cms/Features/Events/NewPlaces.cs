using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Events;

/// <summary>Adds the place that somebody typed while writing an event to the directory.</summary>
public sealed class NewPlaces(ItemStore items, IClock clock)
{
    /// <summary>The new entry, live when the person may publish; or the one that has this address already. Null: the form says why.</summary>
    public async Task<ItemRecord?> AddAsync(EventForm form, EditContext context, FormErrors errors, CancellationToken cancellation)
    {
        var name = errors.Required(nameof(form.LocationName), form.LocationName, EventTexts.T["PlaceNameMissing"]);
        var geo = GeoFields.Read(form.Latitude, form.Longitude, errors);
        var key = Slug.From(name);
        if (errors.None && key.Length == 0)
            errors.Add(nameof(form.LocationName), EventTexts.T["PlaceNameMissing"]);
        if (!errors.None)
            return null;
        if (await items.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == ContentKind.Directory && i.Key == key, cancellation) is { } known)
            return known;
        var entry = new DirectoryEntry { Id = Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()), SiteKey = context.Site.Key, Key = key, Title = name, Entry = DirectoryEntryType.Facility, Address = Typed.Line(form.LocationAddress), Geo = geo };
        var result = context.MayPublish ? await items.PublishAsync(entry, 0, cancellation) : await items.SaveDraftAsync(entry, 0, cancellation);
        if (result is SaveResult.Saved saved)
            return saved.Item;
        errors.Add(nameof(form.LocationName), result is SaveResult.Refused refused ? string.Join(' ', refused.Faults.Select(FaultFields.Sentence)) : EventTexts.T["PlaceNameMissing"]);
        return null;
    }
}
