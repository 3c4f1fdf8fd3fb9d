using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Media;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Rooms;

/// <summary>A room to rent: added, changed, taken off the list. Its rules come with the form, or are a document of the library.</summary>
[RequestSizeLimit(SentDocument.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentDocument.MostBytes)]
public sealed class EditModel(EverydayTools tools, MediaLibrary library) : EntryPage<RoomList, Room, RoomForm>(tools)
{
    private IReadOnlyList<string> _others = [];

    /// <inheritdoc/>
    public override TextResource Words => RoomTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Rooms/_Fields.cshtml";

    /// <inheritdoc/>
    public override string? Encoding => "multipart/form-data";

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
    protected override async Task ReceiveAsync(CancellationToken cancellation)
    {
        if (await SentDocument.TakeAsync(Request, library, ModelState, nameof(RoomForm.Rules), cancellation) is not { } path)
            return;
        Form.Rules = path;
        Files = await Tools.Choices.FilesAsync(RoomTexts.T["NoRules"], path, cancellation);
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
