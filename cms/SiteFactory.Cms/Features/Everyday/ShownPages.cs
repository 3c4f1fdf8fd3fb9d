using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>A page of the site that shows what a screen edits.</summary>
public sealed record ShownPage(string Title, string Address);

/// <summary>Finds the pages that show a block: the site's own, and those of others that stand in its tree.</summary>
public sealed class ShownPages(TerritoryReading reading, CurrentSite site, PublicAddresses addresses)
{
    /// <summary>The site's live pages with that block.</summary>
    public async Task<IReadOnlyList<ShownPage>> WithAsync(string directive, CancellationToken cancellation)
    {
        if (await ViewAsync(cancellation) is not { } view)
            return [];
        var root = addresses.Of(site.Record!);
        var own = view.Pages.Where(p => Shows(p, directive)).Select(p => new ShownPage(p.Title, root + p.Path));
        var shared = view.SharedPages.Where(p => Shows(p.Item, directive)).Select(p => new ShownPage(p.Item.Title, $"{root}/{p.Slug}/"));
        return [.. own.Concat(shared)];
    }

    /// <summary>Live pages of the site whose block names one entry: <c>sector=centre</c>.</summary>
    public async Task<IReadOnlyList<string>> NamingAsync(string directive, string attribute, CancellationToken cancellation) =>
        [.. ((await ViewAsync(cancellation))?.Pages ?? []).Where(p => Openings(p, directive).Any(l => l.Split([' ', '{', '}']).Contains(attribute))).Select(p => p.Title)];

    private async Task<SiteView?> ViewAsync(CancellationToken cancellation) =>
        (await reading.NowAsync(cancellation)).Snapshot is { } snapshot && snapshot.Sites.ContainsKey(site.Key) ? SyndicationPlan.For(snapshot, site.Key) : null;

    private static bool Shows(Page page, string directive) => Openings(page, directive).Any();

    private static IEnumerable<string> Openings(Page page, string directive) => page.Body.Split('\n').Select(l => l.Trim())
        .Where(l => l.StartsWith(":::", StringComparison.Ordinal) && l.TrimStart(':').TrimStart() is var rest
            && rest.StartsWith(directive, StringComparison.Ordinal) && (rest.Length == directive.Length || rest[directive.Length] is ' ' or '{'));
}
