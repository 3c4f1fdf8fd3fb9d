using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>A page of the site that shows what a screen edits.</summary>
public sealed record ShownPage(ItemRecord Record, string Address);

/// <summary>Finds the pages that show a block.</summary>
public sealed class ShownPages(ItemStore items, CurrentSite site, PublicAddresses addresses)
{
    /// <summary>The site's live pages with that block.</summary>
    public async Task<IReadOnlyList<ShownPage>> WithAsync(string directive, DateTimeZone zone, CancellationToken cancellation)
    {
        var opening = "::: " + directive;
        var records = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Page && i.LiveText != null && i.LiveText.Contains(opening)).OrderBy(i => i.Key).ToListAsync(cancellation);
        return [.. records.Select(r => (Record: r, Item: ItemProjection.Live(r, zone))).Where(p => p.Item is not null && Shows(p.Item.Body, opening)).Select(p => new ShownPage(p.Record, addresses.Of(site.Record!, p.Item!)))];
    }

    /// <summary>Live pages whose block names one entry: <c>sector=centre</c>.</summary>
    public async Task<IReadOnlyList<string>> NamingAsync(string directive, string attribute, DateTimeZone zone, CancellationToken cancellation)
    {
        var shown = await WithAsync(directive, zone, cancellation);
        return [.. shown.Where(p => ItemProjection.Live(p.Record, zone)!.Body.Split('\n').Any(l => l.Contains(":::", StringComparison.Ordinal) && l.Split([' ', '{', '}']).Contains(attribute))).Select(p => p.Record.Title)];
    }

    private static bool Shows(string body, string opening) => body.Split('\n').Any(line =>
        line.TrimStart().StartsWith(opening, StringComparison.Ordinal) && (line.TrimStart().Length == opening.Length || !char.IsLetter(line.TrimStart()[opening.Length])));
}
