using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Feeds;
using SiteFactory.Generator.Plan.Pages;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Generator.Plan;

/// <summary>Plans one site: its pages, feeds, assets and media.</summary>
internal static class SitePlanner
{
    public static SitePlan Plan(TerritoryScope territory, string siteKey)
    {
        var site = territory.Site(siteKey);
        var settings = territory.Settings;
        var faults = new List<Fault>();
        var brand = Brand(site, faults);
        var bodies = new BodyPlanner(site);
        var collector = new FaultCollector(faults);

        var (assets, assetOutputs) = territory.Memory.Assets.Of(settings, brand);
        var shell = new ShellPlanner(site, bodies, faults).Plan(assets, brand.Primary.ToString());
        var shellInputs = Fingerprint.Combine(settings.Code, ModelFingerprint.Of(shell, ModelFingerprint.Json.SiteShell));

        var pages = new PageBuilder(site, shell, shellInputs);
        new ItemPlanner(site, pages, bodies, collector).Plan();
        new ListPlanner(site, pages).Plan();
        new FixedPlanner(site, pages, bodies, collector).Plan();
        new SheetPlanner(site, pages).Plan();
        var services = new ServicePlanner(site, pages);
        services.Plan();
        faults.AddRange(services.Faults());
        var calendars = new CalendarPlanner(site);
        var feeds = new FeedPlanner(site, shell, pages.Pages, calendars).Plan().Concat(new ServiceFilePlanner(site, shell, brand).Plan());

        var outputs = new Dictionary<string, PlannedOutput>(StringComparer.Ordinal);
        var search = settings.Search ? SearchPlanner.Plan(site) : [];
        foreach (var output in pages.Pages.Concat(feeds).Concat(search).Concat(assetOutputs).Concat(site.Media.Outputs))
            Add(outputs, output, site.Site, faults);
        if (territory.Memory.KeepsItems)
            territory.Memory.Items[siteKey] = new(site.Frame, site.Cards, pages.Items, calendars.Items);
        var redirects = Redirects(site);
        faults.AddRange(AlertLinks.Faults(site, outputs, redirects));
        return new(site.Site, shell, shellInputs, [.. outputs.Values.OrderBy(o => o.Path, StringComparer.Ordinal)], redirects, [.. faults]) { FormTargets = site.Services.FormTargets, FrameSources = [.. bodies.Frames] };
    }

    private static BrandTokens Brand(SiteScope site, List<Fault> faults)
    {
        var territory = site.Territory.Snapshot.Territory.Brand;
        var primary = site.Site.Brand.Primary ?? territory.Primary;
        var accent = site.Site.Brand.Accent ?? territory.Accent;
        var verdict = BrandCheck.Check(Color.Parse(primary) ?? Color.Black, Color.Parse(accent) ?? Color.Black);
        foreach (var fault in verdict.Faults)
            faults.Add(Fault.Error("unreadable-colour", site.Site.Key, $"{site.Site.Key}/site.yaml", null, $"brand.{fault.Token}", fault.Message, fault.Cure));
        return verdict.Tokens;
    }

    private static void Add(Dictionary<string, PlannedOutput> outputs, PlannedOutput output, Site site, List<Fault> faults)
    {
        if (outputs.TryAdd(output.Path, output) || outputs[output.Path].Inputs == output.Inputs)
            return;
        var file = (output as PageOutput)?.Source?.File ?? (outputs[output.Path] as PageOutput)?.Source?.File ?? site.Key;
        faults.Add(Fault.Error("address-taken", site.Key, file, null, null, GeneratorTexts.Format("FaultAddressTaken", "/" + output.Path), GeneratorTexts.Get("FaultAddressTakenCure")));
    }

    private static ImmutableSortedDictionary<string, string> Redirects(SiteScope site)
    {
        var redirects = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        void Add(ContentItem item, string target)
        {
            foreach (var old in item.RedirectFrom)
                redirects["/" + old.TrimStart('/')] = target;
        }
        foreach (var page in site.Tree.All.Where(p => p.Shared is null))
            Add(page.Page, page.Path);
        foreach (var entry in site.Cards.News.Where(e => e.Shown.IsOwn))
            Add(entry.Shown.Item, entry.Card.Href);
        foreach (var entry in site.Cards.Events.Where(e => e.Shown.IsOwn))
            Add(entry.Shown.Item, entry.Card.Href);
        foreach (var entry in site.Cards.Directory.Where(e => e.Shown.IsOwn))
            Add(entry.Shown.Item, entry.Card.Href);
        foreach (var entry in site.Cards.Documents)
            Add(entry.Item, entry.Card.Href);
        return redirects.ToImmutable();
    }
}
