using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Events;

/// <summary>Writes one item of this kind.</summary>
[HandlerAccess("Status", SiteRight.Publish)]
public sealed class EditModel(EditorServices services, NewPlaces newPlaces) : ItemEditorModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Event;

    /// <inheritdoc/>
    public override TextResource Words => EventTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Events/_Fields.cshtml";

    /// <summary>Places of the directory to choose from, by key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Places { get; private set; } = [];

    /// <summary>When the event takes place, as the fields say.</summary>
    public EventDates? Dates { get; private set; }

    /// <summary>What became of a place that was to be added; null: none was.</summary>
    public string? PlaceDone { get; private set; }

    /// <summary>Adds the place that was typed to the directory and chooses it; whatever else is in the fields stays there.</summary>
    public async Task<IActionResult> OnPostCreatePlaceAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        await TryUpdateModelAsync(Form, Form.GetType(), "");
        ModelState.Clear();
        if (await newPlaces.AddAsync((EventForm)Form, Context, new(ModelState), cancellation) is { } place)
        {
            ((EventForm)Form).TakePlace(place.Key);
            PlaceDone = EventTexts.T.Format(place.LiveText is null ? "PlaceCreatedDraft" : "PlaceCreated", place.Title);
        }
        return await ReadyAsync(cancellation);
    }

    /// <summary>Cancels, postpones, marks as full, or takes it back: at once, whatever else is being written.</summary>
    public async Task<IActionResult> OnPostStatusAsync(Guid id, long version, EventStatus status, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        var result = await Services.Items.ChangeAtOnceAsync(id, version, "event-status", item => ((EventItem)item) with { EventStatus = status }, cancellation);
        return await StepAsync(id, result, EventTexts.T["Done" + status], stays: true, cancellation);
    }

    /// <summary>The next dates of what is in the fields, for the script that shows them while typing.</summary>
    public async Task<IActionResult> OnPostDatesAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        await TryUpdateModelAsync(Form, Form.GetType(), "");
        return Partial("/Features/Events/_Dates.cshtml", EventDates.Of((EventForm)Form, Context));
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Places = await PlacesAsync(cancellation);
        Dates = EventDates.Of((EventForm)Form, Context);
        ViewData["Events"] = this;
    }

    /// <inheritdoc/>
    protected override void Copied(ItemForm form) => ((EventForm)form).ForgetDates();

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> PlacesAsync(CancellationToken cancellation)
    {
        var own = await Services.Items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Directory).OrderBy(i => i.Title).Select(i => KeyValuePair.Create(i.Key, i.Title)).ToListAsync(cancellation);
        var now = await Services.Reading.NowAsync(cancellation);
        var shared = now.Snapshot?.Metropole is { } metropole && metropole.Site.Key != Context.Site.Key
            ? metropole.Directory.Where(d => d.Entry == DirectoryEntryType.Facility).Select(d => KeyValuePair.Create($"{metropole.Site.Key}/{d.Key}", $"{d.Title} ({metropole.Site.Name})"))
            : [];
        return [.. own, .. shared];
    }

    /// <inheritdoc/>
    protected override ItemForm NewForm() => new EventForm();
}
