using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Sharing;

/// <summary>One rule as the form asks for it.</summary>
public sealed class RuleForm
{
    /// <summary>Empty: no rule.</summary>
    public string? From { get; set; }

    public SyndicationMode Mode { get; set; } = SyndicationMode.Review;

    /// <summary>None: any.</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary>None: any.</summary>
    public List<ContentKind> Kinds { get; set; } = [];

    /// <summary>Rules are asked in this order.</summary>
    public int Rank { get; set; }
}

/// <summary>What the site takes from others, in plain words; the first rule that fits decides.</summary>
[SiteAccess(SiteRight.Manage, Post = SiteRight.Manage)]
public sealed class RulesModel(SettingsStore settings, CmsDbContext database, CurrentSite site) : SettingsPage
{
    /// <summary>Kinds that sites share.</summary>
    public static IReadOnlyList<ContentKind> SharedKinds { get; } = [ContentKind.News, ContentKind.Event, ContentKind.Directory, ContentKind.Alert, ContentKind.Page];

    [BindProperty]
    public List<RuleForm> Rules { get; set; } = [];

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Modes { get; } = [.. Enum.GetNames<SyndicationMode>().Select(m => new SelectListItem(SharingTexts.T["Mode" + m], m))];

    /// <summary>Shows them, and an empty one.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (own, version) = await settings.SiteAsync(cancellation);
        Version = version;
        Rules = [.. own.Syndication.Select((r, i) => new RuleForm { From = r.From, Mode = r.Mode, Topics = [.. r.Topics], Kinds = [.. r.Kinds], Rank = i + 1 })];
        Rules.Add(new() { Rank = Rules.Count + 1 });
    }

    /// <summary>Saves them in the order of their ranks; a rule without a site is dropped.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        foreach (var unknown in Rules.Where(r => !string.IsNullOrEmpty(r.From) && Sites.All(s => s.Value != r.From)))
            ModelState.AddModelError(string.Empty, SharingTexts.T.Format("UnknownSite", unknown.From!));
        if (!ModelState.IsValid)
            return Page();
        var rules = Rules.Where(r => !string.IsNullOrEmpty(r.From)).OrderBy(r => r.Rank)
            .Select(r => new SubscriptionRule(r.From!, [.. r.Topics.Intersect(Topics.Select(t => t.Value), StringComparer.Ordinal)], [.. r.Kinds.Intersect(SharedKinds)], r.Mode));
        return Answer(await settings.SaveAsync(Version, "rules-saved", own => own with { Syndication = [.. rules] }, cancellation));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var others = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null && s.Key != site.Key).OrderBy(s => s.Kind == SiteKind.Commune).ThenBy(s => s.Name).ToListAsync(cancellation);
        Sites = [new(SharingTexts.T["NoSite"], ""), .. others.Select(s => new SelectListItem(s.Name, s.Key))];
        Topics = [.. (await settings.TerritoryAsync(cancellation)).Value.Topics.Select(t => new SelectListItem(t.Label, t.Key))];
    }
}
