using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using ContentPage = SiteFactory.Content.Model.Page;

namespace SiteFactory.Cms.Editing;

/// <summary>What became of a move.</summary>
public enum MoveOutcome
{
    Moved,

    /// <summary>There is no such page.</summary>
    Missing,

    /// <summary>Another page has the new address.</summary>
    AddressTaken,

    /// <summary>The site itself needs the new address.</summary>
    AddressReserved,

    /// <summary>A page cannot stand under itself.</summary>
    IntoItself,

    /// <summary>Somebody saved one of the pages meanwhile.</summary>
    Conflict,
}

/// <summary>
/// Moves pages in the tree: with all that stands below, in one transaction, at once in what is live and in drafts. Old addresses lead to
/// the new ones, and a menu written by hand follows.
/// </summary>
public sealed class PageMoves(CmsDbContext database, ItemStore items, SettingsStore settings, TerritoryTime time, ChangeLog log)
{
    private const int Step = 10;

    /// <summary>The site's pages as a tree, to look at.</summary>
    public async Task<List<PageBranch>> TreeAsync(CancellationToken cancellation) =>
        PageBranch.Tree(await Pages.AsNoTracking().ToListAsync(cancellation));

    /// <summary>Puts a page under another one, or renames its address.</summary>
    /// <param name="parent">The key of the page above; empty: the top.</param>
    /// <param name="name">The last part of the address; null: it stays.</param>
    /// <param name="position">Among its new neighbours, from 0; null: the last, or where it is when the parent stays.</param>
    public async Task<MoveOutcome> MoveAsync(Guid id, string parent, string? name, int? position, CancellationToken cancellation)
    {
        var tree = PageBranch.Tree(await Pages.ToListAsync(cancellation));
        var all = Flat(tree).ToList();
        if (all.Find(b => b.Record.Id == id) is not { } branch || (parent.Length > 0 && !all.Exists(b => b.Record.Key == parent)))
            return MoveOutcome.Missing;
        var old = branch.Record.Key;
        var slug = name is null ? old[(old.LastIndexOf('/') + 1)..] : Slug.From(name);
        var stays = (branch.Parent?.Record.Key ?? "") == parent && (name is null || old.EndsWith("/" + slug, StringComparison.Ordinal) || old == slug);
        var key = stays ? old : parent.Length == 0 ? slug : $"{parent}/{slug}";
        if (Refusal(all, old, key) is { } refusal)
            return refusal;
        var zone = await time.ZoneAsync(cancellation);
        var change = new MoveChange(zone, time.Now);
        if (key != old)
            await ReaddressAsync(all, old, key, change, cancellation);
        Reorder(parent.Length == 0 ? tree : all.Find(b => b.Record.Key == parent)?.Children ?? tree, branch, position, change);
        log.Journal("page-moved", branch.Record.SiteKey, branch.Record.Title, id);
        return await CommitAsync(cancellation);
    }

    private IQueryable<ItemRecord> Pages => items.Items.Where(i => i.Kind == ContentKind.Page);

    private static MoveOutcome? Refusal(List<PageBranch> all, string old, string key)
    {
        if (key == old)
            return null;
        if (key.StartsWith(old + "/", StringComparison.Ordinal))
            return MoveOutcome.IntoItself;
        if (SiteAddresses.IsReserved($"/{key}/") || key.Length == 0 || key.EndsWith('/'))
            return MoveOutcome.AddressReserved;
        return all.Exists(b => !IsAt(b.Record.Key, old) && IsAt(b.Record.Key, key)) ? MoveOutcome.AddressTaken : null;
    }

    private async Task ReaddressAsync(List<PageBranch> all, string old, string key, MoveChange change, CancellationToken cancellation)
    {
        var moved = all.Where(b => IsAt(b.Record.Key, old)).ToList();
        var addresses = moved.Select(b => $"/{key}{b.Record.Key[old.Length..]}/").ToHashSet(StringComparer.Ordinal);
        foreach (var branch in moved)
        {
            var before = branch.Record.Key;
            var next = key + before[old.Length..];
            var wasLive = branch.Record.LiveText is not null;
            items.Rewrite(branch.Record, change.Zone, change.Now, item => Readdressed(item, before, next, wasLive));
        }
        // An old address that becomes a page again leads nowhere else any more.
        foreach (var branch in all.Except(moved).Where(b => addresses.Any(a => b.Record.CurrentText.Contains(a.TrimEnd('/'), StringComparison.Ordinal))))
        {
            if (ItemProjection.Current(branch.Record, change.Zone).RedirectFrom.Any(r => addresses.Contains(r.TrimEnd('/') + "/")))
                items.Rewrite(branch.Record, change.Zone, change.Now, item => item with { RedirectFrom = [.. item.RedirectFrom.Where(r => !addresses.Contains(r.TrimEnd('/') + "/"))] });
        }
        await settings.ChangeAsync(fromVersion: null, action: null, site => site.Navigation is { } menu ? site with { Navigation = Followed(menu, $"/{old}/", $"/{key}/") } : site, cancellation);
    }

    private static ContentItem Readdressed(ContentItem item, string before, string next, bool wasLive)
    {
        var old = item.RedirectFrom.Where(r => r.TrimEnd('/') != $"/{next}");
        return item with { Key = next, RedirectFrom = [.. wasLive ? old.Append($"/{before}/").Distinct(StringComparer.Ordinal) : old] };
    }

    private void Reorder(List<PageBranch> neighbours, PageBranch branch, int? position, MoveChange change)
    {
        var order = neighbours.Where(b => b != branch).ToList();
        var at = position ?? (neighbours.Contains(branch) ? neighbours.IndexOf(branch) : order.Count);
        order.Insert(Math.Clamp(at, 0, order.Count), branch);
        for (var i = 0; i < order.Count; i++)
        {
            var rank = (i + 1) * Step;
            if (order[i].Record.MenuOrder != rank)
                items.Rewrite(order[i].Record, change.Zone, change.Now, item => ((ContentPage)item) with { Order = rank });
        }
    }

    private static ImmutableArray<NavigationEntry> Followed(ImmutableArray<NavigationEntry> entries, string old, string now) =>
    [
        .. entries.Select(e => e with
        {
            Page = e.Page is { } page && (page.TrimEnd('/') + "/").StartsWith(old, StringComparison.Ordinal) ? now + (page.TrimEnd('/') + "/")[old.Length..] : e.Page,
            Children = e.Children is { } children ? Followed(children, old, now) : null,
        }),
    ];

    private async Task<MoveOutcome> CommitAsync(CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
            log.Committed();
            return MoveOutcome.Moved;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return MoveOutcome.Conflict;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            return MoveOutcome.AddressTaken;
        }
    }

    private static bool IsAt(string key, string place) => key == place || key.StartsWith(place + "/", StringComparison.Ordinal);

    private static IEnumerable<PageBranch> Flat(IEnumerable<PageBranch> branches) => branches.SelectMany(b => Flat(b.Children).Prepend(b));

    private readonly record struct MoveChange(DateTimeZone Zone, Instant Now);
}
