using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Editing.Differences;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>Two people on one entry: it is recognised by what it was, and neither text is lost.</summary>
public abstract partial class EntryPage<TFile, TEntry, TForm>
{
    private async Task<IActionResult> ConflictAsync(int? number, CancellationToken cancellation)
    {
        State = await Tools.Store.ReadAsync(Source, cancellation);
        var theirs = Theirs(number);
        var other = new TForm();
        if (theirs is not null)
            other.Show(theirs);
        var left = other.Readable().ToDictionary(f => f.Label, f => f.Value, StringComparer.Ordinal);
        Conflict = new(
            State.UpdatedBy ?? "",
            theirs is null ? "" : PrintOf(theirs),
            theirs is null ? [] : [.. Form.Readable().Select(f => new FieldDifference(f.Label, left.GetValueOrDefault(f.Label, ""), f.Value)).Where(d => d.Before != d.After)]);
        return Show();
    }

    /// <summary>The entry that stands where mine stood: by its title, or by its place when none came or went.</summary>
    private TEntry? Theirs(int? number)
    {
        var entries = Entries(State.Value);
        return entries.FirstOrDefault(e => TitleOf(e) == Mark.Title)
            ?? (entries.Length == Mark.Count && number is { } at && at >= 1 && at <= entries.Length ? entries[at - 1] : null);
    }

    private TEntry? Find(TFile file, string? print) => IndexOf(file, print) is >= 0 and var at ? Entries(file)[at] : null;

    private int IndexOf(TFile file, string? print) => string.IsNullOrEmpty(print) ? -1 : Entries(file).ToList().FindIndex(e => PrintOf(e) == print);

    private string PrintOf(TEntry entry) => Source.Print(With(Source.Empty, [entry]));

    private EntryMark MarkOf(TEntry? entry, int count) =>
        entry is null ? new() : new() { Print = PrintOf(entry), Title = TitleOf(entry), Count = count };
}
