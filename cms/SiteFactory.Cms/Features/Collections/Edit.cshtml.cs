using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Collections;

/// <summary>A sector: its streets and its collections, with the next ten dates while one writes.</summary>
public sealed class EditModel(EverydayTools tools, TerritoryReading reading) : EntryPage<WasteCollections, WasteSector, SectorForm>(tools)
{
    private const int DatesShown = 10;

    private string? _insee;
    private WasteSector? _before;

    /// <inheritdoc/>
    public override TextResource Words => CollectionTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Collections/_Fields.cshtml";

    /// <summary>The next collections, as the form stands.</summary>
    public IReadOnlyList<NextDay> Next => NextDays.Of(
        State.Value,
        new(_before?.Key ?? "", "", null, [], [], Form.ReadRounds(new(new ModelStateDictionary()))),
        Context.Today,
        _insee,
        DatesShown);

    /// <inheritdoc/>
    protected override EverydayFile<WasteCollections> Source => EverydayFiles.Collections;

    /// <summary>The next dates alone, for the script that shows them while one writes.</summary>
    public async Task<IActionResult> OnPostDatesAsync(CancellationToken cancellation)
    {
        await AgainAsync(() => Task.CompletedTask, cancellation);
        return Partial("/Features/Collections/_Next.cshtml", Next);
    }

    /// <summary>The form again with the next dates; nothing is saved.</summary>
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation) => AgainAsync(() => Task.CompletedTask, cancellation);

    /// <summary>One more collection to fill in; nothing is saved.</summary>
    public Task<IActionResult> OnPostAddRoundAsync(CancellationToken cancellation) => AgainAsync(() =>
    {
        Form.Rounds.Add(new());
        return Task.CompletedTask;
    }, cancellation);

    /// <inheritdoc/>
    protected override ImmutableArray<WasteSector> Entries(WasteCollections file) => file.Sectors;

    /// <inheritdoc/>
    protected override WasteCollections With(WasteCollections file, ImmutableArray<WasteSector> entries)
    {
        var keys = entries.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        // An exception of a sector that goes has nothing to be an exception of.
        return file with { Sectors = Unique(entries), Changes = [.. file.Changes.Where(c => c.Sector is null || keys.Contains(c.Sector))] };
    }

    /// <inheritdoc/>
    protected override string TitleOf(WasteSector entry) => entry.Name;

    /// <inheritdoc/>
    protected override string? NamedBy(WasteSector entry) => "sector=" + entry.Key;

    /// <inheritdoc/>
    protected override async Task PrepareAsync(WasteSector? before, CancellationToken cancellation)
    {
        _before = before;
        _insee = Context.Site.Insee ?? (await reading.NowAsync(cancellation)).Snapshot?.Sites.Values.Select(s => s.Site.Insee).FirstOrDefault(i => i is not null);
    }

    /// <inheritdoc/>
    protected override void Check(WasteSector entry, WasteSector? before, FormErrors errors)
    {
        if (entry.Rounds.IsEmpty)
            errors.Add(Form.Rounds.Count > 0 ? "Rounds[0].Waste" : nameof(SectorForm.Rounds), CollectionTexts.T["RoundsMissing"]);
    }

    /// <summary>A new sector of a name that is taken gets a number in its calendar's address.</summary>
    private static ImmutableArray<WasteSector> Unique(ImmutableArray<WasteSector> sectors)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. sectors.Select(sector =>
        {
            var key = sector.Key;
            for (var n = 2; !taken.Add(key); n++)
                key = string.Create(CultureInfo.InvariantCulture, $"{sector.Key}-{n}");
            return sector with { Key = key };
        })];
    }
}
