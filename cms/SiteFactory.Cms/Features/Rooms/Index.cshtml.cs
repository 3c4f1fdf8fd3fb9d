using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Rooms;

/// <summary>A room in the list.</summary>
/// <param name="Number">The place in the file, from 1.</param>
/// <param name="Name">As the directory calls it.</param>
/// <param name="Directory">Where its address and picture are edited; null: the directory has no such entry.</param>
public sealed record RoomRow(int Number, Room Room, string Name, string? Directory);

/// <summary>The rooms that the site offers to rent, and what holds for all of them.</summary>
public sealed class IndexModel(EverydayTools tools, ItemStore items) : ListPage<RoomList>(tools)
{
    /// <inheritdoc/>
    public override TextResource Words => RoomTexts.T;

    /// <summary>In the order of the public page.</summary>
    public IReadOnlyList<RoomRow> Lines { get; private set; } = [];

    /// <summary>What holds for all rooms.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What the note was when its author opened it.</summary>
    [BindProperty]
    public string? NoteBefore { get; set; }

    /// <inheritdoc/>
    protected override EverydayFile<RoomList> Source => EverydayFiles.Rooms;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Note = NoteBefore = State.Value.Note;
    }

    /// <summary>Saves the note; the public sees it at once.</summary>
    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancellation)
    {
        var (note, before) = (EverydayText.Paragraph(Note), EverydayText.Paragraph(NoteBefore));
        var result = await Tools.Store.ChangeAsync(Source, RoomTexts.T["SubjectNote"], file => file.Note == before || file.Note == note ? file with { Note = note } : null, cancellation);
        if (result != EverydayResult.Stale)
            return Done(result, RoomTexts.T["NoteSaved"]);
        await LoadAsync(cancellation);
        NoteBefore = State.Value.Note;
        ModelState.Clear();
        ModelState.AddModelError(nameof(Note), EverydayTexts.T.Format("NoteStale", Authors.Starting(State.UpdatedBy ?? ""), State.Value.Note ?? EverydayTexts.T["Nothing"]));
        return Page();
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        var entries = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Directory && i.LiveText != null).Select(i => new { i.Key, i.Title, i.Id }).ToListAsync(cancellation);
        Lines = [.. State.Value.Rooms.Select((room, i) => entries.Find(e => e.Key == room.Entry) is { } entry
            ? new RoomRow(i + 1, room, entry.Title, $"/s/{Tools.Site.Key}/annuaire/{entry.Id}")
            : new RoomRow(i + 1, room, room.Entry, null))];
    }
}
