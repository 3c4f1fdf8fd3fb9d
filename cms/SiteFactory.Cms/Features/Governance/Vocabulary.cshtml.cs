using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Settings;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Governance;

/// <summary>A topic or a zone as the form asks for it; its key is made of its first name and stays.</summary>
public class NamedForm
{
    public string? Key { get; set; }

    /// <summary>Empty: it goes away.</summary>
    public string? Label { get; set; }
}

/// <summary>A zone and the sites in it.</summary>
public sealed class ZoneForm : NamedForm
{
    public List<string> Sites { get; set; } = [];
}

/// <summary>The topics and zones that all sites share.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class VocabularyModel(SettingsStore settings, CmsDbContext database, TerritoryReading reading) : SettingsPage
{
    [BindProperty]
    public List<NamedForm> Topics { get; set; } = [];

    [BindProperty]
    public List<ZoneForm> Zones { get; set; } = [];

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    /// <summary>Shows them, and an empty line for each.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (territory, version) = await settings.TerritoryAsync(cancellation);
        Version = version;
        Topics = [.. territory.Topics.Select(t => new NamedForm { Key = t.Key, Label = t.Label }), new()];
        Zones = [.. territory.Zones.Select(z => new ZoneForm { Key = z.Key, Label = z.Label, Sites = [.. z.Sites] }), new()];
    }

    /// <summary>Saves them; what contents still use cannot go.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var topics = Topics.Where(t => Typed.Line(t.Label) is not null).Select(t => new Topic(KeyOf(t), Typed.Line(t.Label)!)).ToList();
        var zones = Zones.Where(z => Typed.Line(z.Label) is not null).Select(z => new Zone(KeyOf(z), Typed.Line(z.Label)!, [.. z.Sites.Where(s => Sites.Any(k => k.Value == s))])).ToList();
        await CheckAsync(topics, zones, cancellation);
        return ModelState.IsValid
            ? Answer(await settings.SaveAsync(Version, "vocabulary-saved", territory => territory with { Topics = [.. topics], Zones = [.. zones] }, cancellation))
            : Page();
    }

    private async Task CheckAsync(List<Topic> topics, List<Zone> zones, CancellationToken cancellation)
    {
        foreach (var twice in topics.GroupBy(t => t.Key, StringComparer.Ordinal).Concat<IGrouping<string, object>>(zones.GroupBy(z => z.Key, StringComparer.Ordinal)).Where(g => g.Count() > 1))
            ModelState.AddModelError(string.Empty, GovernanceTexts.T.Format("Twice", twice.Key));
        if ((await reading.NowAsync(cancellation)).Snapshot is not { } snapshot)
            return;
        var used = snapshot.Sites.Values.SelectMany(s => s.Items.SelectMany(i => i.Topics).Concat(s.Site.Syndication.SelectMany(r => r.Topics))).ToHashSet(StringComparer.Ordinal);
        foreach (var lost in snapshot.Territory.Topics.Where(t => used.Contains(t.Key) && topics.All(k => k.Key != t.Key)))
            ModelState.AddModelError(string.Empty, GovernanceTexts.T.Format("TopicUsed", lost.Label));
        var addressed = snapshot.Sites.Values.SelectMany(s => s.Items.SelectMany(i => i.AudienceOrDefault(s.Site.Kind).Zones)).ToHashSet(StringComparer.Ordinal);
        foreach (var lost in snapshot.Territory.Zones.Where(z => addressed.Contains(z.Key) && zones.All(k => k.Key != z.Key)))
            ModelState.AddModelError(string.Empty, GovernanceTexts.T.Format("ZoneUsed", lost.Label));
    }

    private static string KeyOf(NamedForm form) => string.IsNullOrEmpty(form.Key) ? Slug.From(form.Label!) : form.Key;

    private async Task LoadAsync(CancellationToken cancellation) =>
        Sites = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null && s.Kind == SiteKind.Commune).OrderBy(s => s.Name).Select(s => new SelectListItem(s.Name, s.Key)).ToListAsync(cancellation);
}
