using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Features.Editor;

/// <summary>Something that a text can link to.</summary>
/// <param name="Kind">In a webmaster's words: "Page", "Document".</param>
/// <param name="Note">What to know before choosing it; null: nothing.</param>
public sealed record LinkChoice(string Label, string Kind, string Address, string? Note);

/// <summary>Finds what a text can link to: this site's items, what others share with it, its files.</summary>
public sealed class LinkSearch(ItemStore items, TerritoryReading territory, Data.CmsDbContext database, CurrentSite site, TerritoryTime time)
{
    private const int Most = 20;

    /// <summary>The best answers to a few words; without any, what changed last.</summary>
    public async Task<IReadOnlyList<LinkChoice>> FindAsync(string words, CancellationToken cancellation)
    {
        var asked = Folded(words);
        var zone = await time.ZoneAsync(cancellation);
        var own = await items.Items.AsNoTracking().Where(i => i.Kind != ContentKind.Alert).OrderByDescending(i => i.UpdatedAt).ToListAsync(cancellation);
        var found = own.Where(i => Fits(i.Title, asked)).Select(i => Choice(i, zone)).ToList();
        found.AddRange((await SharedAsync(cancellation)).Where(c => Fits(c.Label, asked)));
        if (asked.Length > 0)
            found.AddRange(await FilesAsync(asked, cancellation));
        return [.. found.OfType<LinkChoice>().DistinctBy(c => c.Address).OrderBy(c => !Folded(c.Label).StartsWith(asked, StringComparison.Ordinal)).Take(Most)];
    }

    private static LinkChoice? Choice(ItemRecord record, DateTimeZone zone)
    {
        var item = ItemProjection.Read(record, record.CurrentText, zone).Value;
        return item is null || SiteAddresses.Of(item) is not { } address ? null
            : new(record.Title, EditorTexts.T["Kind" + record.Kind], address, record.LiveText is null ? EditorTexts.T.Format("NotPublished", address) : null);
    }

    private async Task<IEnumerable<LinkChoice>> SharedAsync(CancellationToken cancellation)
    {
        var now = await territory.NowAsync(cancellation);
        if (now.Snapshot is not { } snapshot || !snapshot.Sites.ContainsKey(site.Key))
            return [];
        var view = SyndicationPlan.For(snapshot, site.Key);
        return view.SharedPages.Select(s => new LinkChoice(s.Title, EditorTexts.T.Format("SharedBy", s.Owner.Name), s.Item.MountedPath, null))
            .Concat(view.News.Where(s => !s.IsOwn).Select(s => new LinkChoice(s.Title, EditorTexts.T.Format("SharedBy", s.Owner.Name), $"/actualites/{s.Slug}/", null)))
            .Concat(view.Events.Where(s => !s.IsOwn).Select(s => new LinkChoice(s.Title, EditorTexts.T.Format("SharedBy", s.Owner.Name), $"/agenda/{s.Slug}/", null)))
            .Concat(view.Directory.Where(s => !s.IsOwn).Select(s => new LinkChoice(s.Title, EditorTexts.T.Format("SharedBy", s.Owner.Name), $"/annuaire/{s.Slug}/", null)));
    }

    private async Task<IEnumerable<LinkChoice>> FilesAsync(string asked, CancellationToken cancellation)
    {
        var files = await database.Media.AsNoTracking().Where(m => m.DeletedAt == null).ToListAsync(cancellation);
        return files.Where(f => Fits(f.Path, asked)).OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new LinkChoice(f.Path[(f.Path.LastIndexOf('/') + 1)..], EditorTexts.T["KindFile"], f.Path, null));
    }

    private static bool Fits(string title, string asked) =>
        asked.Length == 0 || asked.Split('-').All(word => Folded(title).Contains(word, StringComparison.Ordinal));

    private static string Folded(string text) => Slug.From(text);
}
