using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Doubles;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Telling, before it is saved, that somebody announced the same already.</summary>
public abstract partial class ItemEditorModel
{
    /// <summary>What is probably the same.</summary>
    public IReadOnlyList<LikelyDouble> Doubles { get; private set; } = [];

    /// <summary>The step that was not done because of it, by its handler's name; null: none.</summary>
    public string? DoubledStep { get; private set; }

    /// <summary>What is probably the same as what stands in the fields, for the script that shows it while typing.</summary>
    public async Task<IActionResult> OnPostDoublesAsync(Guid id, CancellationToken cancellation)
    {
        var item = await ReadAsync(id, cancellation);
        return Partial("/Features/Doubles/_Hint.cshtml", (Kind, IsOther(item) ? await Services.Doubles.OfAsync(item, cancellation) : []));
    }

    /// <summary>Whether the step waits for "all the same".</summary>
    private async Task<bool> WouldDoubleAsync(string step, ContentItem item, CancellationToken cancellation)
    {
        if (Form.Anyway || !IsOther(item))
            return false;
        // Who copies an item knows that it is there.
        Doubles = [.. (await Services.Doubles.OfAsync(item, cancellation)).Where(d => d.Id != Copie)];
        DoubledStep = Doubles.Count > 0 ? step : null;
        return Doubles.Count > 0;
    }

    // Who goes on with an item was told when it became what it is.
    private bool IsOther(ContentItem item) =>
        LikelyDoubles.Concerns(Kind) && (Record is null || Announced(ItemProjection.Current(Record, Context.Zone)) != Announced(item));

    private static (string Title, NodaTime.LocalDate? Day, string? Place) Announced(ContentItem item) => item switch
    {
        EventItem happening => (item.Title, happening.Start.Date, happening.Place ?? happening.Location?.Name),
        NewsItem news => (item.Title, news.Date.Date, null),
        _ => (item.Title, null, null),
    };
}
