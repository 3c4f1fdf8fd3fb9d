using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Rooms;

/// <summary>A room to rent: added, changed, taken off the list.</summary>
public sealed class EditModel(EverydayTools tools) : EntryPage<RoomList, Room, RoomForm>(tools)
{
    private IReadOnlyList<string> _others = [];

    /// <inheritdoc/>
    public override TextResource Words => RoomTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Rooms/_Fields.cshtml";

    /// <summary>Entries of the directory.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>Documents of the library.</summary>
    public IReadOnlyList<SelectListItem> Files { get; private set; } = [];

    /// <inheritdoc/>
    protected override EverydayFile<RoomList> Source => EverydayFiles.Rooms;

    /// <inheritdoc/>
    protected override ImmutableArray<Room> Entries(RoomList file) => file.Rooms;

    /// <inheritdoc/>
    protected override RoomList With(RoomList file, ImmutableArray<Room> entries) => file with { Rooms = entries };

    /// <inheritdoc/>
    protected override string TitleOf(Room entry) => entry.Entry;

    /// <inheritdoc/>
    protected override string? NamedBy(Room entry) => "entry=" + entry.Entry;

    /// <inheritdoc/>
    protected override string NameOf(Room entry) => Places.FirstOrDefault(p => p.Value == entry.Entry)?.Text ?? entry.Entry;

    /// <inheritdoc/>
    protected override async Task PrepareAsync(Room? before, CancellationToken cancellation)
    {
        Places = await Tools.Choices.PlacesAsync(RoomTexts.T["NoEntry"], before?.Entry, cancellation);
        Files = await Tools.Choices.FilesAsync(RoomTexts.T["NoRules"], before?.Rules, cancellation);
        _others = [.. State.Value.Rooms.Select(r => r.Entry).Where(e => e != before?.Entry)];
    }

    /// <inheritdoc/>
    protected override void Check(Room entry, Room? before, FormErrors errors)
    {
        if (!EverydayChoices.Holds(Places, entry.Entry))
            errors.Add(nameof(RoomForm.Entry), RoomTexts.T["EntryGone"]);
        else if (_others.Contains(entry.Entry))
            errors.Add(nameof(RoomForm.Entry), RoomTexts.T["EntryTwice"]);
        if (!EverydayChoices.Holds(Files, entry.Rules))
            errors.Add(nameof(RoomForm.Rules), RoomTexts.T["RulesGone"]);
    }
}
