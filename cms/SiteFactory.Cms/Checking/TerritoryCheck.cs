using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Check;

namespace SiteFactory.Cms.Checking;

/// <summary>
/// What publishing or taking away one item would break, told before it happens: a dead link must not keep the whole commune's site
/// from being built.
/// </summary>
public sealed class TerritoryCheck(TerritoryReading reading, ItemCheck items, ItemStore store, TerritoryTime time)
{
    /// <summary>The item's own faults, and those it would cause in its site, as if it were published now. Errors first.</summary>
    public async Task<ImmutableArray<Fault>> BeforePublishingAsync(ContentItem item, ItemRecord? record, CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var live = record is null ? null : ItemProjection.Live(record, zone);
        var published = OldAddress.Kept(item, live) with { Status = PublicationStatus.Published, Source = null };
        var path = FormatText.PathOf(published);
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (record?.LivePath is { } before)
            changes[before] = null;
        changes[path] = FormatText.WriteItem(published, zone);
        var now = await reading.NowAsync(cancellation);
        var loaded = Apply(now, changes);
        if (loaded.Snapshot?.Sites.GetValueOrDefault(item.SiteKey)?.Items.FirstOrDefault(i => i.Id == item.Id) is not { } candidate)
            return Sorted(New(now, loaded, item.SiteKey, path));
        return Sorted(New(now, loaded, item.SiteKey, path).Concat(items.Check(loaded.Snapshot, candidate, time.Now)));
    }

    /// <summary>What would be broken in the site without the item: menus, places of events.</summary>
    public async Task<ImmutableArray<Fault>> BeforeRemovingAsync(ItemRecord record, CancellationToken cancellation)
    {
        if (record.LivePath is not { } path)
            return [];
        var now = await reading.NowAsync(cancellation);
        return Sorted(New(now, Apply(now, new Dictionary<string, string?>(StringComparer.Ordinal) { [path] = null }), record.SiteKey, path));
    }

    /// <summary>Other items of the site whose public text leads to this one.</summary>
    public async Task<IReadOnlyList<ItemRecord>> LinkingAsync(ItemRecord record, CancellationToken cancellation)
    {
        if (ItemProjection.Live(record, await time.ZoneAsync(cancellation)) is not { } live || SiteAddresses.Of(live) is not { } address || address == "/")
            return [];
        var found = new Dictionary<Guid, ItemRecord>();
        foreach (var old in live.RedirectFrom.Append(address).Select(a => a.TrimEnd('/')).Where(a => a.Length > 0))
        {
            var near = await store.Items.AsNoTracking().Where(i => i.Id != record.Id && i.LiveText != null && i.LiveText.Contains(old)).ToListAsync(cancellation);
            foreach (var item in near.Where(i => LeadsTo(i.LiveText!, old)))
                found[item.Id] = item;
        }
        return [.. found.Values.OrderBy(i => i.Title, StringComparer.Ordinal)];
    }

    // "/mairie" is not the link in "/mairie-annexe/", nor in "/a/mairie/".
    private static bool LeadsTo(string text, string address)
    {
        for (var at = text.IndexOf(address, StringComparison.Ordinal); at >= 0; at = text.IndexOf(address, at + 1, StringComparison.Ordinal))
        {
            var end = at + address.Length;
            if (end < text.Length && text[end] == '/')
                end++;
            if (at > 0 && text[at - 1] is '(' or '=' or '"' or ' ' or '<' && (end == text.Length || !char.IsLetterOrDigit(text[end]) && text[end] != '-'))
                return true;
        }
        return false;
    }

    private static LoadResult Apply(TerritoryNow now, Dictionary<string, string?> changes) =>
        FolderReader.Update(new CandidateFiles(now.Files, changes), now.Loaded, changes.Keys);

    /// <summary>The site's faults that are in this text, or that were not there before.</summary>
    private static IEnumerable<Fault> New(TerritoryNow before, LoadResult after, string site, string path)
    {
        var known = before.Loaded.Faults.Where(f => f.Site == site).ToHashSet();
        return after.Faults.Where(f => f.Site == site && (f.File == path || (f.Severity == FaultSeverity.Error && !known.Contains(f))));
    }

    private static ImmutableArray<Fault> Sorted(IEnumerable<Fault> faults) =>
        [.. faults.Distinct().OrderByDescending(f => f.Severity).ThenBy(f => f.Line)];
}
