using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Editing;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Pages;
using SiteFactory.Portal.PersonalData;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>One request: what the citizen sent, the thread, and what an agent can do.</summary>
[SiteAccess(SiteRight.Write)]
[HandlerAccess("Erase", SiteRight.Manage)]
public sealed class RequestModel(
    AgentDesk desk, AgentActions actions, PersonalDataDesk data, AgentsOfSite agents, CurrentSite site, FormCatalog catalog, IPortalTerritory territory, TerritoryTime time) : PageModel
{
    /// <summary>The version that the agent saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public RequestStatus? Status { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Agent { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    public DeskRequest Shown { get; private set; } = null!;

    /// <summary>Bodies that it can go to.</summary>
    public IReadOnlyList<PortalBody> Others { get; private set; } = [];

    public IReadOnlyList<(string Id, string Name)> Colleagues { get; private set; } = [];

    public IReadOnlyList<(string Key, string Label)> Categories { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>Whether this person may erase it.</summary>
    public bool MayErase => agents.Current.IsAdministrator;

    /// <summary>Shows it; another body's request is not there.</summary>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>A file that was attached.</summary>
    public async Task<IActionResult> OnGetFileAsync(long id, string? key, CancellationToken cancellation)
    {
        if (await desk.FileAsync(agents.Current, id, key ?? "", cancellation) is not { } file)
            return NotFound();
        var (type, name) = FileAnswer.Prepare(file, HttpContext);
        return File(file.Bytes, type, name);
    }

    public async Task<IActionResult> OnPostReplyAsync(long id, CancellationToken cancellation) =>
        await AnswerAsync(id, await actions.ReplyAsync(agents.Current, id, Version, Text, Status, cancellation), "Replied", cancellation);

    public async Task<IActionResult> OnPostNoteAsync(long id, CancellationToken cancellation) =>
        await AnswerAsync(id, await actions.NoteAsync(agents.Current, id, Version, Text, cancellation), "Noted", cancellation);

    /// <summary>Hands it to another body; it leaves this one's list.</summary>
    public async Task<IActionResult> OnPostTransferAsync(long id, CancellationToken cancellation)
    {
        var outcome = await actions.TransferAsync(agents.Current, id, Version, Body ?? "", Text, cancellation);
        if (outcome != ActionOutcome.Done)
            return await AnswerAsync(id, outcome, "", cancellation);
        var name = (await territory.CurrentAsync(cancellation)).NameOf(Body!);
        TempData["Done"] = RequestWords.Texts.Format("Transferred", name!);
        return Redirect($"/s/{site.Key}/demandes");
    }

    public async Task<IActionResult> OnPostAssignAsync(long id, CancellationToken cancellation)
    {
        var to = (await agents.ColleaguesAsync(cancellation)).FirstOrDefault(c => c.Id == Agent);
        return await AnswerAsync(id, await actions.AssignAsync(agents.Current, id, Version, to.Id, to.Name, cancellation), "Assigned", cancellation);
    }

    public async Task<IActionResult> OnPostCategoryAsync(long id, CancellationToken cancellation)
    {
        var chosen = RequestCategories.All(catalog).FirstOrDefault(c => c.Key == Category);
        var label = chosen.Label?.Split(" – ")[^1] ?? "";
        return await AnswerAsync(id, await actions.RecategorizeAsync(agents.Current, id, Version, chosen.Key ?? "-", label, cancellation), "Recategorized", cancellation);
    }

    /// <summary>Takes everything personal out of it, for good.</summary>
    public async Task<IActionResult> OnPostEraseAsync(long id, CancellationToken cancellation)
    {
        if (!await data.EraseAsync(agents.Current, id, cancellation))
            return NotFound();
        TempData["Done"] = RequestWords.Texts["Erased"];
        return Redirect($"/s/{site.Key}/demandes");
    }

    private async Task<IActionResult> AnswerAsync(long id, ActionOutcome outcome, string done, CancellationToken cancellation)
    {
        if (outcome == ActionOutcome.NotFound)
            return NotFound();
        if (outcome == ActionOutcome.Done)
        {
            TempData["Done"] = RequestWords.Texts[done];
            return Redirect($"/s/{site.Key}/demandes/{id}");
        }
        ModelState.AddModelError(string.Empty, RequestWords.Texts[outcome == ActionOutcome.Changed ? "Changed" : Status == RequestStatus.Refused ? "RefusalNeedsText" : "NothingToDo"]);
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(agents.Current, id, cancellation) is not { } found)
            return false;
        Shown = found;
        Others = [.. (await territory.CurrentAsync(cancellation)).Bodies.Where(b => b.Key != found.BodyKey)];
        Colleagues = await agents.ColleaguesAsync(cancellation);
        Categories = catalog.Forms.Where(f => f.Title == found.Line.Title).SelectMany(RequestCategories.Of).ToList();
        Zone = await time.ZoneAsync(cancellation);
        return true;
    }
}
