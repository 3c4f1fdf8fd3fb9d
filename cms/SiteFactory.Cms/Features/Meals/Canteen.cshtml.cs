using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Meals;

/// <summary>What holds for every week: where the canteen is, and what parents should know.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class CanteenModel(EverydayTools tools) : PageModel
{
    /// <summary>Whether what is saved is public at once, and not a proposal.</summary>
    public bool MayPublish { get; private set; }

    /// <summary>A key of the directory.</summary>
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Fingerprint of both when their author opened them.</summary>
    [BindProperty]
    public string? Was { get; set; }

    /// <summary>Entries of the directory.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <summary>The week's screen.</summary>
    public string Back => $"/s/{tools.Site.Key}/{EverydayFiles.Menus.Segment}";

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var menus = await LoadAsync(cancellation);
        (Place, Note, Was) = (menus.Place, menus.Note, PrintOf(menus));
    }

    /// <summary>Saves them; the public sees them at once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!EverydayChoices.Holds(Places, Place))
            ModelState.AddModelError(nameof(Place), MealTexts.T["PlaceGone"]);
        if (!ModelState.IsValid)
            return Page();
        var (place, note) = (Typed.Line(Place), EverydayText.Paragraph(Note));
        var result = await tools.Store.ChangeAsync(EverydayFiles.Menus, MealTexts.T["SubjectCanteen"], file => PrintOf(file) == Was ? file with { Place = place, Note = note } : null, cancellation);
        if (result != EverydayResult.Stale)
        {
            TempData["Done"] = result == EverydayResult.Proposed ? EverydayTexts.T["ProposedAll"] : MealTexts.T["CanteenSaved"];
            return Redirect(Back);
        }
        var theirs = await LoadAsync(cancellation);
        Was = PrintOf(theirs);
        ModelState.Clear();
        var by = (await tools.Store.ReadAsync(EverydayFiles.Menus, cancellation)).UpdatedBy;
        ModelState.AddModelError(nameof(Note), EverydayTexts.T.Format("NoteStale", Authors.Starting(by ?? ""), theirs.Note ?? EverydayTexts.T["Nothing"]));
        return Page();
    }

    private async Task<CanteenMenus> LoadAsync(CancellationToken cancellation)
    {
        MayPublish = (await tools.Contexts.GetAsync(cancellation)).MayPublish;
        var menus = (await tools.Store.ReadAsync(EverydayFiles.Menus, cancellation)).Value;
        Places = await tools.Choices.PlacesAsync(MealTexts.T["NoPlace"], menus.Place, cancellation);
        return menus;
    }

    private static string PrintOf(CanteenMenus menus) => EverydayFiles.Menus.Print(menus with { Days = [] });
}
