using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Searching;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>The site's pages as a tree, in which they move.</summary>
[SiteAccess(SiteRight.See)]
[HandlerAccess("Step", SiteRight.Publish)]
[HandlerAccess("Move", SiteRight.Publish)]
public sealed class IndexModel(ItemStore items, PageMoves moves, EditContexts contexts, ContentSearch search, CurrentSite site) : PageModel
{
    private const int MostFound = 100;

    /// <summary>Words that a page must have.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The tops of the tree.</summary>
    public List<PageBranch> Tree { get; private set; } = [];

    /// <summary>The home's own text; null: there is none.</summary>
    public ItemRecord? Home { get; private set; }

    /// <summary>What was searched and found; null: nothing was searched.</summary>
    public IReadOnlyList<ItemRecord>? Found { get; private set; }

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        Home = await items.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == ContentKind.Page && i.Key == "", cancellation);
        Tree = await moves.TreeAsync(cancellation);
        if (string.IsNullOrWhiteSpace(Q))
            return;
        var ids = await search.FindAsync(site.Key, Q, MostFound, cancellation);
        var records = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Page && ids.Contains(i.Id)).ToListAsync(cancellation);
        Found = [.. ids.Select(id => records.Find(r => r.Id == id)).OfType<ItemRecord>()];
    }

    /// <summary>One step up, down, into the page above, or out of the page it stands under.</summary>
    /// <param name="step">Where to, and the page's id: all buttons of the tree belong to one form.</param>
    public async Task<IActionResult> OnPostStepAsync(string? step, CancellationToken cancellation)
    {
        var tree = await moves.TreeAsync(cancellation);
        if (step?.Split(' ') is not [var where, var page] || !Guid.TryParse(page, out var id) || Flat(tree).FirstOrDefault(b => b.Record.Id == id) is not { } branch)
            return NotFound();
        var neighbours = branch.Parent?.Children ?? tree;
        var at = neighbours.FindIndex(b => b.Record.Id == id);
        var above = branch.Parent?.Record.Key ?? "";
        return where switch
        {
            "haut" when at > 0 => await MoveAsync(id, above, at - 1, cancellation),
            "bas" when at < neighbours.Count - 1 => await MoveAsync(id, above, at + 1, cancellation),
            "dans" when at > 0 => await MoveAsync(id, neighbours[at - 1].Record.Key, null, cancellation),
            "hors" when branch.Parent is { } parent => await MoveAsync(id, parent.Parent?.Record.Key ?? "", (parent.Parent?.Children ?? tree).IndexOf(parent) + 1, cancellation),
            _ => RedirectToPage(),
        };
    }

    /// <summary>A page that was dragged.</summary>
    /// <param name="parent">The key of the page it was dropped into; empty: the top.</param>
    /// <param name="position">Among its new neighbours, from 0.</param>
    public Task<IActionResult> OnPostMoveAsync(Guid id, string? parent, int? position, CancellationToken cancellation) =>
        MoveAsync(id, parent ?? "", position, cancellation);

    private async Task<IActionResult> MoveAsync(Guid id, string parent, int? position, CancellationToken cancellation)
    {
        var outcome = await moves.MoveAsync(id, parent, null, position, cancellation);
        if (outcome == MoveOutcome.Missing)
            return NotFound();
        TempData[outcome == MoveOutcome.Moved ? "Done" : "Warning"] = PageTexts.T["Outcome" + outcome];
        return Redirect($"/s/{site.Key}/pages");
    }

    private static IEnumerable<PageBranch> Flat(IEnumerable<PageBranch> branches) => branches.SelectMany(b => Flat(b.Children).Prepend(b));
}
