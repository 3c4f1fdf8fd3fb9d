using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.French;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>Who changed what in a file of everyday services; one click puts it back as it was.</summary>
[SiteAccess(SiteRight.See, Post = SiteRight.Publish)]
public sealed class HistoryModel(EverydayStore store, EditContexts contexts, CurrentSite site) : PageModel
{
    private const int Most = 100;

    /// <summary>What the menu calls the screen.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The screen.</summary>
    public string Back { get; private set; } = "";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<DataFileVersion> Versions { get; private set; } = [];

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Lists the saves.</summary>
    public async Task<IActionResult> OnGetAsync(string quoi, CancellationToken cancellation)
    {
        if (EverydayFiles.NameOf(quoi) is not { } name)
            return NotFound();
        Context = await contexts.GetAsync(cancellation);
        (Name, Back) = (EverydayFiles.LabelOf(name), $"/s/{site.Key}/{quoi}");
        Versions = await store.Versions(name).Take(Most).ToListAsync(cancellation);
        return Page();
    }

    /// <summary>Puts the file back; the public sees it at once.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(string quoi, long version, CancellationToken cancellation)
    {
        if (EverydayFiles.NameOf(quoi) is not { } name || await store.Versions(name).FirstOrDefaultAsync(v => v.Number == version, cancellation) is not { } chosen)
            return NotFound();
        Context = await contexts.GetAsync(cancellation);
        var day = FrenchTimes.Moment(chosen.SavedAt, Context.Zone);
        var isBack = await store.RestoreAsync(name, version, EverydayTexts.T.Format("SubjectRestored", day), cancellation);
        TempData[isBack ? "Done" : "Warning"] = isBack ? EverydayTexts.T.Format("Restored", day) : EverydayTexts.T["Stale"];
        return Redirect($"/s/{site.Key}/{quoi}");
    }
}
