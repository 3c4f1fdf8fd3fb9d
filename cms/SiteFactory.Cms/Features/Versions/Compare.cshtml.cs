using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Versions;

/// <summary>What changed between two saves of an item, word by word.</summary>
[SiteAccess(SiteRight.See)]
public sealed class CompareModel(EditorServices services) : PageModel
{
    /// <summary>The item.</summary>
    public ItemRecord Record { get; private set; } = null!;

    /// <summary>Compare with today's text instead of the save before.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Actuel { get; set; }

    /// <summary>From which save to which.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>The fields that changed.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    /// <summary>Compares.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, long row, CancellationToken cancellation)
    {
        var versions = services.Items.Versions(id);
        if (await services.Items.FindAsync(id, cancellation) is not { } record || await versions.FirstOrDefaultAsync(v => v.Id == row, cancellation) is not { } version)
            return NotFound();
        Record = record;
        var before = Actuel ? version : await versions.FirstOrDefaultAsync(v => v.Id < row, cancellation);
        await CompareAsync(before, Actuel ? null : version, cancellation);
        return Page();
    }

    /// <param name="before">Null: there was nothing.</param>
    /// <param name="after">Null: today's text.</param>
    private async Task CompareAsync(ItemVersion? before, ItemVersion? after, CancellationToken cancellation)
    {
        var zone = await services.Time.ZoneAsync(cancellation);
        var readable = await services.ReadableAsync(cancellation);
        var right = after is null ? ItemProjection.Current(Record, zone) : Read(after);
        var left = before is null ? null : Read(before);
        var texts = ItemTexts.T;
        Sentence = before is null ? texts["FirstVersion"]
            : after is null ? texts.Format("DifferencesNow", Say(before))
            : texts.Format("DifferencesFrom", Say(before), Say(after));
        if (right is not null)
            Differences = left is null ? [.. readable.Of(right).Where(f => f.Value.Length > 0).Select(f => new FieldDifference(f.Label, "", f.Value))] : ItemDifferences.Between(left, right, readable);

        ContentItem? Read(ItemVersion version) => ItemProjection.Read(Record, version.Text, zone).Value;

        string Say(ItemVersion version) => FrenchTimes.Moment(version.SavedAt, zone);
    }
}
