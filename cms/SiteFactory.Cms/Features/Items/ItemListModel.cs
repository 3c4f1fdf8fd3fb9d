using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Searching;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Items;

/// <summary>What lists of all kinds work with.</summary>
public sealed record ListServices(ItemStore Items, EditContexts Contexts, ContentSearch Search, CurrentSite Site, TerritoryCheck Check);

/// <summary>The items of one kind: search, filters, order, pages, and steps for several at once.</summary>
[SiteAccess(SiteRight.See)]
[HandlerAccess("Bulk", SiteRight.Publish)]
public abstract partial class ItemListModel(ListServices services) : PageModel
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 25;

    private const int MostFound = 500;

    /// <summary>The kind of the items.</summary>
    public abstract ContentKind Kind { get; }

    /// <summary>The kind's words: <c>Title</c>, <c>Intro</c>, <c>New</c>.</summary>
    public abstract TextResource Words { get; }

    /// <summary>A partial view above the list; null: none.</summary>
    public virtual string? Above => null;

    /// <summary>Words that the item must have.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Only items in that state.</summary>
    [BindProperty(SupportsGet = true)]
    public ItemState? Etat { get; set; }

    /// <summary>Only items with that topic.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    /// <summary><c>titre</c>, <c>modif</c>, or by date.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tri { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>The page's lines.</summary>
    public IReadOnlyList<ItemRecord> Lines { get; private set; } = [];

    /// <summary>All that fits.</summary>
    public int Count { get; private set; }

    /// <summary>Pages of the list.</summary>
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Whether something narrows the list.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Etat is not null || !string.IsNullOrEmpty(Theme);

    /// <summary>What lists work with.</summary>
    protected ListServices Services { get; } = services;

    /// <summary>Reads the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Context = await Services.Contexts.GetAsync(cancellation);
        var query = await NarrowedAsync(cancellation);
        Count = await query.CountAsync(cancellation);
        P = Math.Clamp(P, 1, Pages);
        Lines = await Ordered(query).Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        await PrepareAsync(cancellation);
        ViewData["Title"] = Words["Title"];
        ViewData["Context"] = Context;
        return Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Address(int page)
    {
        var parts = new List<string>();
        if (!string.IsNullOrWhiteSpace(Q))
            parts.Add("q=" + Uri.EscapeDataString(Q));
        if (Etat is { } state)
            parts.Add("etat=" + state);
        if (!string.IsNullOrEmpty(Theme))
            parts.Add("theme=" + Uri.EscapeDataString(Theme));
        if (!string.IsNullOrEmpty(Tri))
            parts.Add("tri=" + Uri.EscapeDataString(Tri));
        if (page > 1)
            parts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p={page}"));
        return Request.Path + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }

    /// <summary>Reads what the kind's list shows besides.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    private async Task<IQueryable<ItemRecord>> NarrowedAsync(CancellationToken cancellation)
    {
        var query = Services.Items.Items.AsNoTracking().Where(i => i.Kind == Kind);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var found = await Services.Search.FindAsync(Services.Site.Key, Q, MostFound, cancellation);
            query = query.Where(i => found.Contains(i.Id));
        }
        if (!string.IsNullOrEmpty(Theme))
        {
            var topic = $"|{Theme}|";
            query = query.Where(i => i.Topics.Contains(topic));
        }
        return Etat is { } state ? In(query, state, Context.Now) : query;
    }

    private static IQueryable<ItemRecord> In(IQueryable<ItemRecord> query, ItemState state, Instant now) => state switch
    {
        ItemState.Draft => query.Where(i => i.LiveText == null && !i.InReview),
        ItemState.Review => query.Where(i => i.InReview),
        ItemState.Scheduled => query.Where(i => i.DraftGoesLiveAt != null || (i.LiveText != null && i.PublishAt > now)),
        ItemState.Ended => query.Where(i => i.LiveText != null && i.UnpublishAt <= now),
        ItemState.LiveWithDraft => query.Where(i => i.LiveText != null && i.DraftText != null),
        _ => query.Where(i => i.LiveText != null && !(i.PublishAt > now) && !(i.UnpublishAt <= now)),
    };

    private IQueryable<ItemRecord> Ordered(IQueryable<ItemRecord> query) => (Tri, Kind) switch
    {
        ("titre", _) or (null or "", ContentKind.Directory) => query.OrderBy(i => i.Title).ThenBy(i => i.Id),
        ("modif", _) => query.OrderByDescending(i => i.UpdatedAt).ThenBy(i => i.Id),
        _ => query.OrderByDescending(i => i.SortAt).ThenBy(i => i.Id),
    };
}
