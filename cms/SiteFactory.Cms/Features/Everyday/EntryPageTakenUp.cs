using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>A proposal that was sent back is taken up as it was typed, with the reason in sight.</summary>
public abstract partial class EntryPage<TFile, TEntry, TForm>
{
    /// <summary>The proposal to take up again; null: none.</summary>
    [BindProperty(Name = "proposition", SupportsGet = true)]
    public Guid? Proposition { get; set; }

    /// <inheritdoc/>
    public DataFileProposal? Returned { get; private set; }

    private async Task FindReturnedAsync(CancellationToken cancellation)
    {
        var path = $"{Tools.Site.Key}/{Source.Name}";
        if (Proposition is { } id)
            Returned = await Tools.Proposals.Mine.FirstOrDefaultAsync(p => p.Id == id && p.Path == path && p.ReturnedAt != null, cancellation);
    }

    private async Task<IActionResult> TakeUpAsync(DataFileProposal returned, CancellationToken cancellation)
    {
        var (before, after) = (EntriesOf(returned.Path, returned.Before), EntriesOf(returned.Path, returned.Text));
        // One that removes an entry, or changes what stands beside the entries, has no form of its own.
        if (Missing(after, before) is not { } proposed)
            return Redirect(ListAddress);
        var old = Missing(before, after);
        Form.Show(proposed);
        Mark = MarkOf(old, before.Length);
        return await ReadyAsync(old, cancellation);
    }

    /// <summary>The first entry that the others do not have.</summary>
    private TEntry? Missing(ImmutableArray<TEntry> entries, ImmutableArray<TEntry> others)
    {
        var known = others.Select(PrintOf).ToHashSet(StringComparer.Ordinal);
        return entries.FirstOrDefault(e => !known.Contains(PrintOf(e)));
    }

    private ImmutableArray<TEntry> EntriesOf(string path, string text) =>
        text.Length == 0 ? [] : Entries(FormatText.ReadEveryday<TFile>(path, text).Value ?? Source.Empty);

    /// <summary>What was taken up is replaced by what was just sent.</summary>
    private async Task ReplaceReturnedAsync(EverydayResult result, CancellationToken cancellation)
    {
        if (Returned is { } returned && result is (EverydayResult.Proposed or EverydayResult.Saved))
            await Tools.Proposals.WithdrawAsync(returned.Id, cancellation);
    }
}
