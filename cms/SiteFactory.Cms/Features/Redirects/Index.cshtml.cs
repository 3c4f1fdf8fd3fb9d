using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Redirects;

/// <summary>An old address and where it leads.</summary>
public sealed record Redirection(string From, string To, ItemRecord Item);

/// <summary>Old addresses of the site: all of them, and new ones by hand.</summary>
[SiteAccess(SiteRight.Publish)]
public sealed class IndexModel(ItemStore items, EditContexts contexts, CurrentSite site) : PageModel
{
    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Redirects.RedirectTexts");

    /// <summary>By old address.</summary>
    public IReadOnlyList<Redirection> Lines { get; private set; } = [];

    /// <summary>What an old address can lead to.</summary>
    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    /// <summary>The old address.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The item that it leads to.</summary>
    [BindProperty]
    public Guid? Target { get; set; }

    /// <summary>Lists them.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Adds one; public at once.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var from = Path(Typed.Line(From));
        if (from is null)
            ModelState.AddModelError(nameof(From), Texts["BadFrom"]);
        else if (await IsTakenAsync(from, cancellation))
            ModelState.AddModelError(nameof(From), Texts["Taken"]);
        if (Target is not { } id || Targets.All(t => t.Value != id.ToString()))
            ModelState.AddModelError(nameof(Target), Texts["TargetMissing"]);
        if (!ModelState.IsValid)
            return Page();
        return await ChangeAsync(Target!.Value, "redirection-added", item => item with { RedirectFrom = [.. item.RedirectFrom.Append(from!).Distinct(StringComparer.Ordinal)] }, Texts["Added"], cancellation);
    }

    /// <summary>Forgets one.</summary>
    public Task<IActionResult> OnPostRemoveAsync(Guid id, string? from, CancellationToken cancellation) =>
        ChangeAsync(id, "redirection-removed", item => item with { RedirectFrom = [.. item.RedirectFrom.Where(r => r != from)] }, Texts["Removed"], cancellation);

    private async Task<IActionResult> ChangeAsync(Guid id, string action, Func<ContentItem, ContentItem> change, string done, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { } record)
            return NotFound();
        var result = await items.ChangeAtOnceAsync(id, record.Version, action, change, cancellation);
        TempData[result is SaveResult.Saved ? "Done" : "Warning"] = result is SaveResult.Conflict conflict ? ItemTexts.T.Format("ChangedMeanwhile", Authors.Starting(conflict.Theirs.UpdatedBy)) : done;
        return Redirect($"/s/{site.Key}/redirections");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var zone = (await contexts.GetAsync(cancellation)).Zone;
        var records = await items.Items.AsNoTracking().Where(i => i.LiveText != null && i.Kind != ContentKind.Alert).ToListAsync(cancellation);
        var live = records.Select(r => (Record: r, Item: ItemProjection.Live(r, zone))).Where(l => l.Item is not null).ToList();
        Lines = [.. live.SelectMany(l => l.Item!.RedirectFrom.Select(r => new Redirection(r, SiteAddresses.Of(l.Item) ?? "/", l.Record))).OrderBy(l => l.From, StringComparer.Ordinal)];
        Targets = [.. live.OrderBy(l => l.Record.Kind).ThenBy(l => l.Record.Title, StringComparer.Ordinal).Select(l => new SelectListItem($"{l.Record.Title} – {SiteAddresses.Of(l.Item!)}", l.Record.Id.ToString()))];
    }

    /// <summary>A page of the site, or another old address.</summary>
    private async Task<bool> IsTakenAsync(string from, CancellationToken cancellation)
    {
        var key = from.Trim('/');
        return Lines.Any(l => l.From.TrimEnd('/') == from.TrimEnd('/')) || SiteAddresses.IsReserved(from)
            || await items.Items.AnyAsync(i => i.Kind == ContentKind.Page && i.Key == key && i.LiveText != null, cancellation);
    }

    /// <summary><c>/ancienne-page/</c>, also from a whole address that was pasted.</summary>
    private static string? Path(string? text)
    {
        if (text is null)
            return null;
        var path = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : "/" + text.TrimStart('/');
        return path.Length > 1 && !path.Any(c => char.IsWhiteSpace(c) || c is '\\' or '<' or '>' or '"') ? path : null;
    }
}
