using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Searching;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Search;

/// <summary>Something that was found.</summary>
public sealed record SearchHit(ItemRecord Item, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>Searches everything that the site holds, drafts included.</summary>
[SiteAccess(SiteRight.See)]
public sealed class IndexModel(ItemStore items, ContentSearch search, CurrentSite site, EditContexts contexts) : PageModel
{
    private const int Most = 50;

    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Search.SearchTexts");

    /// <summary>What is searched.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Searches.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        if (string.IsNullOrWhiteSpace(Q))
            return;
        var found = await search.FindAsync(site.Key, Q, Most, cancellation);
        var records = await items.Items.AsNoTracking().Where(i => found.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        var words = ContentSearch.Words(Q);
        Hits = [.. found.Where(records.ContainsKey).Select(id => new SearchHit(records[id], Excerpts.Of(TextOf(records[id]), words)))];
    }

    private string TextOf(ItemRecord record)
    {
        var item = ItemProjection.Read(record, record.CurrentText, Context.Zone).Value;
        return item is null ? record.Title : $"{item.Summary} {SiteFactory.Content.Bodies.BodyParser.PlainText(item.Body)}".Trim();
    }
}
